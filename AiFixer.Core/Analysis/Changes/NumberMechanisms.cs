using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of what a number can hold, and of the moments and places it stands for.</summary>
internal static class NumberMechanisms
{
    private const string Wide = @"\b(u?int64|long|i64|u64|bigint|decimal|double|float64|f64|numeric|BigDecimal|BigInt(eger)?|Int64|fixed64)\b|Math\.round|parseFloat";
    private const string Narrow = @"\b(u?int32|int|i32|u32|i16|u16|short|smallint|integer|Integer|float|float32|f32|Int32|fixed32|parseInt|Number|tinyint)\b";

    public static IEnumerable<Mechanism> All =>
    [
        new("a number that holds less", Mechanism.To((Topic.WrongResult, 1), (Topic.BadData, 0.95), (Topic.Errors, 0.5), (Topic.Crash, 0.5), (Topic.Duplicates, 0.5), (Topic.Missing, 0.4)),
            c => Text.Count(c.Removed, Wide) > Text.Count(c.Added, Wide) && c.Delta.LinesAdded.FirstOrDefault(l => Text.Has(l, Narrow)) is { } line
                ? (c.Delta.Extracts ? 0.3 : 1, $"holds a number in less room: {LimitMechanisms.Quote(line)}") : null),
        new("a form left to the machine", Mechanism.To((Topic.WrongResult, 1), (Topic.BadData, 0.9), (Topic.Mismatch, 0.6), (Topic.Errors, 0.4), (Topic.Missing, 0.4)),
            c => LimitMechanisms.Line(c.Delta.LinesRemoved, c.Delta, @"invariant|Locale\.(ROOT|US|ENGLISH|of)|StandardCharsets|utf_?-?8|ZoneOffset\.UTC|StringComparison\.Ordinal|LC_ALL|en_US\.", c.Added, "leaves to the machine's own setting what it had said", 0.9, hidden: 0.7)),
        new("a moment of another place", Mechanism.To((Topic.WrongTime, 1), (Topic.WrongResult, 1), (Topic.Errors, 0.5), (Topic.Missing, 0.6), (Topic.Denied, 0.5), (Topic.Duplicates, 0.6), (Topic.BadData, 0.8), (Topic.CacheMiss, 0.4)),
            c => c.Delta.LinesRemoved.Concat(c.Delta.LinesAdded).FirstOrDefault(l => Text.Has(l, @"\butc\b|timezone|time_?zone|zone_?id|zoneinfo|\btz\b|localtime|LocalDate|utcnow|ToUniversal|ToLocal|toISOString|getTimezone|at time zone|Date\.now|datetime\.now|now\(\)|[""']YYYY|%G|week_?year|IsoWeek")
                    && (c.Removed.Contains(l, StringComparison.Ordinal) ? !Same(l, c.Delta.LinesAdded) : !Same(l, c.Delta.LinesRemoved))) is { } line && c.IsEssential && !c.IsLooks
                ? (0.8, $"takes its time from elsewhere: {LimitMechanisms.Quote(line)}") : null) { Waits = Occasion.Clock },
    ];

    private static bool Same(string line, IEnumerable<string> others) => others.Any(other => other.Trim() == line.Trim());
}
