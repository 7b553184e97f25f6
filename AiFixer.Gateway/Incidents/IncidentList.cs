namespace AiFixer.Gateway.Incidents;

/// <summary>One page of incidents, newest first.</summary>
/// <param name="Next">What to give as <c>before</c> for the next page; null on the last one. A page may be short before that.</param>
internal sealed record IncidentList(IReadOnlyList<IncidentSummary> Items, string? Next);
