using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of which things belong together: edges of ranges, tables of codes, rows that a condition takes.</summary>
internal static class TableMechanisms
{
    private const int LeastPairs = 3;
    private const string Pair = @"^\s*(case\s+)?([""'][^""']+[""']|-?[0-9]+)\s*(=>|->|:)\s*(return\s+)?[\w.:]*[""']?[\w.: -]+[""']?[,;]?\s*$";
    private const string Or = @"\bor_?where\w*\(|->orWhere|\.or\(|\bor_\(|\.Or\(|\bOR\s+[\w.""`]+\s*(=|<|>|in\b|is\b|like\b)";

    public static IEnumerable<Mechanism> All =>
    [
        new("an edge that moved", Mechanism.To((Topic.WrongResult, 1), (Topic.Duplicates, 0.7), (Topic.Missing, 0.7), (Topic.BadData, 0.7), (Topic.Mismatch, 0.7), (Topic.Crash, 0.5), (Topic.Denied, 0.5), (Topic.Errors, 0.5)),
            c => !c.IsConfiguration && !c.IsLooks && Edges.Moved(c.Delta.LinesRemoved, c.Delta.LinesAdded, c.Commit.Files) is { } line
                ? (0.9, $"takes the last one in, or leaves it out, where it was the other way round: {LimitMechanisms.Quote(line)}") : null),
        new("a table that is no longer written out", Mechanism.To((Topic.WrongResult, 1), (Topic.Mismatch, 0.95), (Topic.BadData, 0.9), (Topic.Missing, 0.6), (Topic.Errors, 0.6), (Topic.Denied, 0.5)),
            c => !c.IsConfiguration && !c.IsLooks && Pairs(c.Delta.LinesRemoved) is { Count: >= LeastPairs } gone && !c.Delta.LinesAdded.IsEmpty && Pairs(c.Delta.LinesAdded).Count * 2 < gone.Count
                ? (c.Delta.Hides ? 0.4 : 0.9, $"leaves to something else what was written out case by case: {LimitMechanisms.Quote(gone[0])}") : null),
        new("a condition joined by or", Mechanism.To((Topic.WrongResult, 1), (Topic.Missing, 0.95), (Topic.DatabaseLoad, 0.7), (Topic.Locks, 0.6), (Topic.Duplicates, 0.5), (Topic.Denied, 0.5)),
            c => Text.Count(c.Added, Or) > Text.Count(c.Removed, Or) && c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, Or)) is { } line && (Text.Has(line, "or_?where") || SqlMechanisms.Sql(c.Added + c.Delta.Around) && (Text.Has(line, @"[""'`].*\bOR\b|\.or\(|\bor_\(") || c.Commit.Files.Any(file => file.EndsWith(".sql", StringComparison.Ordinal))))
                ? (0.9, $"takes rows that meet one condition where they had to meet all: {LimitMechanisms.Quote(line)}") : null) { Waits = Occasion.Load },
    ];

    private static List<string> Pairs(IEnumerable<string> lines) => [.. lines.Where(line => Text.Has(line, Pair))];
}
