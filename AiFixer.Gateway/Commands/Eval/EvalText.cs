using System.Globalization;
using AiFixer.Gateway.Commands.Eval.Variations;
using AiFixer.Gateway.Commands.Incidents;
using AiFixer.Playground.Cases;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>The report for people.</summary>
internal static class EvalText
{
    private const string NotAsked = "-";

    public static string Of(EvalReport report)
    {
        var parts = new List<string>
        {
            TextTable.Of([CaseHead, .. report.Cases.Select(Case)]),
            TextTable.Of([SuiteHead, .. report.Suites.Select(suite => Suite(suite.Key, suite.Value))]),
        };
        if (report.WarmUp is { } warmUp)
            parts.Add($"beside these times: {warmUp.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s to get going, in which the rules saw the first case of each suite for nothing");
        if (ModelText.Of(report.Cases) is { } models)
            parts.Add(models);
        if (report.Variations is { } variations)
            parts.Add(VariationText.Of(variations));
        return TerminalText.Of(string.Join("\n\n", parts));
    }

    private static IReadOnlyList<string> CaseHead { get; } = ["case", "passed", "category", "verdict", "culprit", "first failing", "ms", "missing words"];

    public static IReadOnlyList<string> SuiteHead { get; } =
        ["suite", "passed", "category", "culprit", "decoys (confirmed)", "mentions", "first service", "blast radius", "invented", "ms a case"];

    private static IReadOnlyList<string> Case(CaseResult.Ran one) =>
    [
        one.Name,
        one.Score.Passed ? "yes" : "NO",
        Held(one.Diagnosis.Category, one.Expected.Category, one.Score.Category),
        EvalJson.Verdict(one.Diagnosis),
        Held(Short(one.Diagnosis.Culprit), Short(one.Expected.Culprit), one.Score.Culprit),
        Held(one.Diagnosis.FirstFailing, one.Expected.FirstFailing, one.Score.FirstService),
        Whole((long)one.Took.TotalMilliseconds),
        string.Join(", ", one.Score.Missing),
    ];

    public static IReadOnlyList<string> Suite(string name, SuiteSummary suite) =>
    [
        name,
        $"{suite.Passed}/{suite.Cases}",
        $"{suite.Category}/{suite.Cases}",
        suite.CulpritAsked == 0 ? NotAsked : $"{suite.CulpritRight}/{suite.CulpritAsked}",
        $"{suite.DecoysBlamed} ({suite.DecoysConfirmed})",
        Share(suite.Mentions),
        Share(suite.FirstService),
        Share(suite.BlastRadius),
        Whole(suite.Invented),
        Whole(suite.MsMedian),
    ];

    private static string Held(string? said, string? expected, bool? right) => right switch
    {
        null => said ?? NotAsked,
        true => said!,
        false => $"{said ?? NotAsked} (not {expected})",
    };

    private static string? Short(string? culprit) => culprit is { Length: > 8 } && culprit != CaseExpectation.NoChange ? culprit[..8] : culprit;

    private static string Share(double? share) => share is { } known ? known.ToString("0.00", CultureInfo.InvariantCulture) : NotAsked;

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
