using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Talk;

/// <summary>What was heard.</summary>
/// <param name="Alerts">Trouble, or that it is over; none when it is talk.</param>
/// <param name="Text">What was said, without the mention of us.</param>
/// <param name="IsToUs">It was said to us.</param>
internal sealed record Heard(IReadOnlyList<IncomingAlert> Alerts, string Text, bool IsToUs);
