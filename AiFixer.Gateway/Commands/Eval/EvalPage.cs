using System.Globalization;
using AiFixer.Gateway.Commands.Eval.Variations;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>Puts the report between the marks of a page.</summary>
internal static class EvalPage
{
    private const string Begin = "<!-- eval: begin -->";
    private const string End = "<!-- eval: end -->";

    /// <returns>The page with the report; null when it has no marks.</returns>
    public static string? With(string page, EvalReport report)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? null : $"{page[..begin]}{Begin}\n{Of(report)}\n{page[end..]}";
    }

    private static string Of(EvalReport report)
    {
        var parts = new List<string> { Table(EvalText.SuiteHead, report.Suites.Select(suite => EvalText.Suite(suite.Key, suite.Value))) };
        if (report.Failed.Count > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{report.Failed.Count} cases could not run."));
        if (report.Variations is { } variations)
            parts.AddRange(Table(VariationText.Head, VariationText.Rows(variations)), VariationText.Sum(variations));
        return string.Join("\n\n", parts);
    }

    private static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Join('\n', [Row(head), Row([.. head.Select(_ => "---")]), .. rows.Select(Row)]);

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
