namespace AiFixer.Plugins.Prometheus;

/// <summary>What is really asked, and in what unit the answer is.</summary>
/// <param name="Query">The query that is sent.</param>
/// <param name="Unit">The unit of its values; null when it cannot be told.</param>
/// <param name="Note">Why it is not the query that was given; null when it is.</param>
internal sealed record ShownQuery(string Query, string? Unit, string? Note);
