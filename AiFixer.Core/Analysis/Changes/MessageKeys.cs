using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>By what messages are put into the parts of a stream: those with the same key stay in order, all others do not.</summary>
internal static partial class MessageKeys
{
    private const string Streams = @"producer|kafka|pulsar|kinesis|pub_?sub|\bsqs\b|\bfifo\b|event_?hub|jetstream";

    /// <summary>What they went by, and what they go by now; null when that is the same, or when nothing shows that it is a stream.</summary>
    public static (string From, string To)? Changed(ReadChange change)
    {
        if (!change.Kinds.Contains(FileKind.Source) || !Text.Has(change.Commit.Diff, Streams))
            return null;
        var (from, to) = (Key(change.Delta.LinesRemoved), Key(change.Delta.LinesAdded));
        return from is null || to is null || IsSame(from, to) || change.Delta.LinesAdded.Any(line => Gives(line, to) && line.Contains(Last(from), StringComparison.Ordinal)) ? null : (from, to);
    }

    /// <summary>The new name may only be another word for the same.</summary>
    private static bool Gives(string line, string name) => Regex.IsMatch(line, $@"\b{Regex.Escape(name)}\s*:?=\s*[\w.]+(\(\))?;?\s*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The same of the same thing, which may be called by its first letter now.</summary>
    private static bool IsSame(string from, string to) => Last(from) == Last(to) && char.ToLowerInvariant(from[0]) == char.ToLowerInvariant(to[0]);

    private static string Last(string key) => key.Split('.')[^1];

    private static string? Key(IEnumerable<string> lines) => lines.Select(line => Record(line) ?? (Sent().Match(line) is { Success: true } sent ? sent.Groups["key"].Value : null)).FirstOrDefault(key => key is not null);

    /// <summary>Two arguments have no key, three have it in the middle; with four the part of the stream stands before it.</summary>
    private static string? Record(string line) => Made().Match(line) is not { Success: true } made ? null : made.Groups["arguments"].Value.Split(',') switch
    {
        [_, var key, _] when key.Trim().Length > 0 => key.Trim(),
        [_, _, var key, _, ..] when key.Trim().Length > 0 => key.Trim(),
        _ => null,
    };

    [GeneratedRegex(@"ProducerRecord\s*(<[^>]{0,80}>)?\s*\((?<arguments>([^()]|\([^()]{0,200}\)){1,300})\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Made();

    [GeneratedRegex("""\b(send|produce|publish|emit)\w*\(.{0,200}\b(?:key|partition_?key|ordering_?key|partitionKey|orderingKey)\s*[:=]\s*(?<key>[\w.\[\]"'{}$/]+)|^\s*(Key|PartitionKey|MessageGroupId|OrderingKey)\s*[:=]\s*(?:[\w.]*(?:Encoder|Bytes|\[\]byte)\()?(?<key>[\w.\[\]"'{}$/]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sent();
}
