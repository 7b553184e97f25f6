using System.Globalization;

namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>What variations changed, for people.</summary>
internal static class VariationText
{
    private static readonly string[] Head = ["variation", "verdict stayed", "changed in"];

    public static string Of(VariationReport report)
    {
        var (share, missing) = (report.Share?.ToString("0.0%", CultureInfo.InvariantCulture) ?? "-", report.WithoutCulprit);
        return TextTable.Of([Head, .. report.Kinds.Select(kind => (IReadOnlyList<string>)[kind.Key, $"{kind.Value.Same}/{kind.Value.Cases}", Names(kind.Value.Changed)])])
            + $"\nall: {share}\n"
            + $"without the change to blame: {missing.Cases} cases, another one convicted in {missing.Convicted.Count}{In(missing.Convicted)}, the missing one named in {missing.Named.Count}{In(missing.Named)}";
    }

    private static string In(IReadOnlyList<string> names) => names.Count == 0 ? "" : $" ({Names(names)})";

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names);
}
