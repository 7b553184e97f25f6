namespace AiFixer.Plugins.Insights;

/// <summary>Which database, and when.</summary>
/// <param name="Connection">One of the source's connections.</param>
/// <param name="Database">The database or instance; null for the only one there is.</param>
internal sealed record InsightsQuestion(string Connection, string? Database, DateTimeOffset Start, DateTimeOffset End);
