namespace AiFixer.Lark.Alerts;

/// <summary>The first line of a message without what is put before the matter itself.</summary>
/// <param name="Rest">The matter; empty when the line says only what kind of message it is.</param>
/// <param name="Severity">As the line says it; null when it does not.</param>
/// <param name="SaysAlert">Whether it says that this is an alert: <c>[告警]</c>, <c>🔴 Firing</c>, <c>P0 故障</c>, ….</param>
/// <param name="SaysOver">Whether it says that this is about the end of one.</param>
/// <param name="IsMachine">Whether only a program writes so: <c>[FIRING:2]</c>.</param>
internal sealed record Headline(string Rest, string? Severity, bool SaysAlert, bool SaysOver, bool IsMachine)
{
    public static Headline None { get; } = new("", null, false, false, false);
}
