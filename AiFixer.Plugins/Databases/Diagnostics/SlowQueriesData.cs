namespace AiFixer.Plugins.Databases;

/// <summary>Answer of <c>db.slow_queries</c>.</summary>
internal sealed record SlowQueriesData(IReadOnlyList<SlowQueryData> Queries);
