namespace AiFixer.Core.Incidents;

/// <summary>Since when and why a playbook waits.</summary>
public sealed record Parking(DateTimeOffset Since, string Reason);
