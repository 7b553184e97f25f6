using System.Globalization;

namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>What variations changed, for people.</summary>
internal static class VariationText
{
    public static IReadOnlyList<string> Head { get; } = ["variation", "verdict stayed", "changed in"];

    public static string Of(VariationReport report) => $"{TextTable.Of([Head, .. Rows(report)])}\n{Sum(report)}";

    public static IEnumerable<IReadOnlyList<string>> Rows(VariationReport report) =>
        report.Kinds.Select(kind => (IReadOnlyList<string>)[kind.Key, $"{kind.Value.Same}/{kind.Value.Cases}", Names(kind.Value.Changed)]);

    public static string Sum(VariationReport report)
    {
        var (share, missing) = (report.Share?.ToString("P1", CultureInfo.InvariantCulture) ?? "none", report.WithoutCulprit);
        return $"Of all verdicts {share} stayed. Without the change to blame ({missing.Cases} cases) another one was convicted in "
            + $"{missing.Convicted.Count}{In(missing.Convicted)}, and the missing one named in {missing.Named.Count}{In(missing.Named)}.";
    }

    private static string In(IReadOnlyList<string> names) => names.Count == 0 ? "" : $" ({Names(names)})";

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names);
}
