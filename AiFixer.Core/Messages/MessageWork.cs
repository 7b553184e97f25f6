namespace AiFixer.Core.Messages;

/// <summary>An incident whose messages may not be what they should be.</summary>
/// <param name="Generation">Grows whenever the incident changes.</param>
/// <param name="Attempts">How often bringing them in line failed since it last worked.</param>
/// <param name="Error">Why, the last time; empty when it was not tried yet.</param>
/// <param name="Since">Since when they may be wrong.</param>
/// <param name="Due">When it is tried next.</param>
public sealed record MessageWork(
    IncidentId Incident, Severity Severity, long Generation, int Attempts, string Error, DateTimeOffset Since, DateTimeOffset Due);
