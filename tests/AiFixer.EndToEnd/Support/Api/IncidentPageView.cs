namespace AiFixer.EndToEnd.Support;

public sealed record IncidentPageView(IReadOnlyList<IncidentLine> Items, string? Next);
