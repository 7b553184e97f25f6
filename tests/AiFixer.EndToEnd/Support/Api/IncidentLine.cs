namespace AiFixer.EndToEnd.Support;

public sealed record IncidentLine(string Id, long Version, string Status, string Title, string Target, long Repeats);
