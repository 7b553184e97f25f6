namespace AiFixer.Core.Journal;

/// <summary>One page of a list.</summary>
/// <param name="Next">Where the next page begins; null on the last page.</param>
public sealed record IncidentPage(IReadOnlyList<IncidentListItem> Items, IncidentId? Next);
