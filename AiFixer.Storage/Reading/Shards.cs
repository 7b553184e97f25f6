using AiFixer.Core.Journal;

namespace AiFixer.Storage.Reading;

/// <summary>Picks the incidents of one shard.</summary>
internal static class Shards
{
    // Letters of ids are compared by their codes in both databases.
    public const string Condition = "substr(id, length(id), 1) between @first and @last";
    private const string Lowest = "\u0001";
    private const string Highest = "~";

    public static (string Name, object? Value)[] Parameters(IncidentShard? shard) =>
        [("first", shard?.From.ToString() ?? Lowest), ("last", shard?.To.ToString() ?? Highest)];
}
