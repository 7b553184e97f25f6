namespace AiFixer.Gateway.Incidents;

/// <summary>A list's filter as it stands in the address.</summary>
public sealed record FilterQuery(string[]? Status, string[]? Severity, string? Text, string? Before, string? Limit, string? Leader = null, string? Followers = null);
