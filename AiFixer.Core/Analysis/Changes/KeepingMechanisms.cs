using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of what was kept: an order in which locks are taken, all parts of a key, a connection that waits for the next call.</summary>
internal static partial class KeepingMechanisms
{
    private const string Sorts = @"\bsort(ed|_by|_unstable\w*)?\b|\.sort\w*\(|sort\.\w+\(|order_?by\(|\bOrderBy\b|order\s+by\b|TreeSet|TreeMap|BTree(Set|Map)|SortedSet";
    private const string Locks = @"for_?\s?update|\b(try_?|re|un)?lock\w*\(|(lock|mutex|sema\w*)\w*\.acquire|acquire\w*lock|select_for_update|FOR SHARE|pessimistic";

    public static IEnumerable<Mechanism> All =>
    [
        new("locks taken in another order", Mechanism.To((Topic.Locks, 1), (Topic.Timeout, 0.5), (Topic.Pool, 0.5)),
            c => !Text.Has(c.Added, Sorts) && Text.Has(c.Removed + c.Added + c.Delta.Around, Locks) && c.Delta.LinesRemoved.FirstOrDefault(l => Text.Has(l, Sorts) && !Text.Has(l, @"^\s*(import|using|from|#include)\b")) is { } line
                ? (1, $"no longer takes its locks in one order: {LimitMechanisms.Quote(line)}") : null) { Waits = Occasion.Load },
        new("a key that says less", Mechanism.To((Topic.WrongResult, 1), (Topic.Mismatch, 0.95), (Topic.Duplicates, 0.8), (Topic.BadData, 0.6), (Topic.Denied, 0.6), (Topic.CacheMiss, 0.5)), Poorer) { Waits = Occasion.Load },
        new("idle connections that are closed sooner", Mechanism.To((Topic.Refused, 1), (Topic.Network, 0.5), (Topic.Errors, 0.5)),
            c => LimitMechanisms.Setting(c, s => s.Lowered && s.Factor >= 2 && Text.Has($"{s.Key} {s.Line}", @"keep[_.-]?alive[_.-]?\w*time_?out|idle[_.-]?(conn\w*[_.-]?)?time_?out") && !Text.Has($"{s.Key} {s.Line}", @"requests|interval|probes|\btcp|grpc|ping"),
                s => $"closes idle connections after {s.To} where it was {s.From} ({s.Key}): whoever keeps them longer sends into one that is gone")),
    ];

    /// <summary>Members that stand in the list of what makes a key, one to a line: one of them went, or stands elsewhere now.</summary>
    private static (double, string)? Poorer(ReadChange c)
    {
        if (!KeyOf().IsMatch(c.Commit.Diff) || !Text.Has($"{c.Commit.Diff} {string.Join(' ', c.Commit.Files)}", "cache|memo|dedup|idempot|lookup"))
            return null;
        var (before, after) = (Members(c.Removed), Members(c.Added));
        var lost = before.Except(after, StringComparer.Ordinal).ToList();
        var kept = lost.Find(SourceText.Words(c.Added).ToHashSet(StringComparer.Ordinal).Contains);
        return before.Count > after.Count && (kept ?? lost.FirstOrDefault()) is { } gone
            ? (0.9, $"makes a key without {Workload.Quote.Of(gone)}, so that things which differ in it are taken for one") : null;
    }

    private static List<string> Members(string lines) => [.. Member().Matches(lines).Select(m => m.Groups["name"].Value)];

    /// <summary>Something that is called a key is made of what follows.</summary>
    [GeneratedRegex(@"\b(class|record|struct|type)[ \t]+\w*Key\b[ \t]*[({]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyOf();

    [GeneratedRegex(@"^[ \t]*(?:(?:val|var|final|private|public|readonly|let|pub)[ \t]+){0,3}(?<name>\w{1,60})(?:[ \t]*:[ \t]*|[ \t]+)[\w<>?.\[\]]{1,80}[ \t]*,[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Member();
}
