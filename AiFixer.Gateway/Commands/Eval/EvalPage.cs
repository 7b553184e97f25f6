using System.Globalization;
using AiFixer.Gateway.Commands.Eval.Variations;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>A page with a place for the report between two marks.</summary>
/// <param name="Mark">Names the place, where a page has several.</param>
internal sealed record EvalPage(string File, string Mark)
{
    private string Begin => $"<!-- eval{Mark}: begin -->";

    private string End => $"<!-- eval{Mark}: end -->";

    /// <summary>Such as <c>docs/evaluation.md</c>, or <c>docs/evaluation.md#own</c> for the place between <c>eval own: begin</c> and its end.</summary>
    public static EvalPage Parse(string text) => text.LastIndexOf('#') is > 0 and var at ? new(text[..at], $" {text[(at + 1)..]}") : new(text, "");

    /// <returns>Why it cannot take a report; null when it can.</returns>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken) =>
        !System.IO.File.Exists(File) ? $"--page: there is no file {File}"
        : With(await System.IO.File.ReadAllTextAsync(File, cancellationToken), "") is null ? $"--page: {File} has no marks {Begin} and {End}"
        : null;

    public async Task WriteAsync(EvalReport report) => await System.IO.File.WriteAllTextAsync(File, With(await System.IO.File.ReadAllTextAsync(File), Of(report)));

    private string? With(string page, string report)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? null : $"{page[..begin]}{Begin}\n{report}\n{page[end..]}";
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
