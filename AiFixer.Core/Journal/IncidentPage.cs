namespace AiFixer.Core.Journal;

/// <summary>One page of a list. When a text is looked for, it may be short or empty before the last one.</summary>
/// <param name="Next">Where the next page begins; null on the last page.</param>
public sealed record IncidentPage(IReadOnlyList<IncidentListItem> Items, IncidentId? Next);
