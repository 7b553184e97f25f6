namespace AiFixer.Core.Incidents;

/// <summary>A grant that opened nothing.</summary>
/// <param name="Grant">Its id; empty when there was none.</param>
public sealed record RefusedGrant(string Grant, string Action, GrantFault Fault, string Reason, DateTimeOffset At);
