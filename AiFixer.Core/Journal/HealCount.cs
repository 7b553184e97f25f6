using AiFixer.Core.Incidents;

namespace AiFixer.Core.Journal;

/// <summary>One more attempt of a playbook that came to this.</summary>
public sealed record HealCount(string Playbook, HealResult Result, DateTimeOffset At);
