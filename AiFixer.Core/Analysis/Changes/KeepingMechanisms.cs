using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of what was kept: an order in which locks are taken, all parts of a key, a connection that waits for the next call.</summary>
internal static class KeepingMechanisms
{
    private const string Sorts = @"\bsort(ed|_by|_unstable\w*)?\b|\.sort\w*\(|sort\.\w+\(|order_?by\(|\bOrderBy\b|TreeSet|TreeMap|BTree(Set|Map)|SortedSet";
    private const string Locks = @"for_?\s?update|\block\w*\(|\w+lock\(|acquire|select_for_update|FOR SHARE|pessimistic";
    private const string KeyOf = @"\b(class|record|struct|type|data)\s+\w*Key\b|\bkey\w*\s*(=|:=|\()";

    public static IEnumerable<Mechanism> All =>
    [
        new("locks taken in another order", Mechanism.To((Topic.Locks, 1), (Topic.Timeout, 0.5), (Topic.Pool, 0.5)),
            c => !Text.Has(c.Added, Sorts) && Text.Has(c.Removed + c.Added + c.Delta.Around, Locks) && c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, Sorts)) is { } line
                ? (1, $"no longer takes its locks in one order: {LimitMechanisms.Quote(line)}") : null) { Waits = Occasion.Load },
        new("a key that says less", Mechanism.To((Topic.WrongResult, 1), (Topic.Mismatch, 0.95), (Topic.Duplicates, 0.8), (Topic.BadData, 0.6), (Topic.Denied, 0.6), (Topic.CacheMiss, 0.5)), Poorer) { Waits = Occasion.Load },
        new("idle connections that are closed sooner", Mechanism.To((Topic.Refused, 1), (Topic.Network, 0.5), (Topic.Errors, 0.5)),
            c => LimitMechanisms.Setting(c, s => s.Lowered && s.Factor >= 2 && Text.Has($"{s.Key} {s.Line}", @"keep[_.-]?alive\w*|idle[_.-]?(conn\w*[_.-]?)?time") && !Text.Has($"{s.Key} {s.Line}", @"max[_.-]?idle[_.-]?conn|interval|probes"),
                s => $"closes idle connections after {s.To} where it was {s.From} ({s.Key}): whoever keeps them longer sends into one that is gone")),
    ];

    /// <summary>Members that stand in the list of what makes a key, one to a line: one of them went, or stands elsewhere now.</summary>
    private static (double, string)? Poorer(ReadChange c)
    {
        const string member = @"^\s*(?:val |var |final |private |public |readonly |let )*(?<name>\w+)\s*[:\s]\s*[\w<>?.\[\]]+\s*,\s*$";
        if (!Text.Has(c.Commit.Diff, KeyOf) || !Text.Has(c.Commit.Diff + string.Join(' ', c.Commit.Files), "cache|memo|dedup|idempot|lookup|index"))
            return null;
        var (before, after) = (Names(c.Removed, member), Names(c.Added, member));
        var lost = before.Except(after, StringComparer.Ordinal).ToList();
        var kept = lost.Find(name => Text.Has(c.Added, $@"\b{name}\b"));
        return before.Count > after.Count && (kept ?? lost.FirstOrDefault()) is { } gone
            ? (0.9, $"makes a key without {Workload.Quote.Of(gone)}, so that things which differ in it are taken for one") : null;
    }

    private static List<string> Names(string lines, string member) =>
        [.. System.Text.RegularExpressions.Regex.Matches(lines, member, System.Text.RegularExpressions.RegexOptions.Multiline | System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Select(m => m.Groups["name"].Value)];
}
