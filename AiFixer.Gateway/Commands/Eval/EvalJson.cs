using System.Text.Encodings.Web;
using System.Text.Json;
using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>The report for programs.</summary>
internal static class EvalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What was not asked for is not in it.</summary>
    public static string Of(EvalReport report) => report.Variations is { } variations
        ? JsonSerializer.Serialize(new { report.Suites, Cases = report.Cases.Select(Case), variations }, Options)
        : JsonSerializer.Serialize(new { report.Suites, Cases = report.Cases.Select(Case) }, Options);

    internal static string Verdict(Diagnosis diagnosis) => diagnosis.Verdict.ToString().ToUpperInvariant();

    private static object Case(CaseResult.Ran one) => new
    {
        Id = one.Name,
        one.Suite,
        one.Score.Passed,
        one.Diagnosis.Category,
        Verdict = Verdict(one.Diagnosis),
        one.Diagnosis.Culprit,
        FirstFailingService = one.Diagnosis.FirstFailing,
        BlastRadius = one.Diagnosis.Affected,
        Remediation = one.Diagnosis.Remedy,
        one.Score.Missing,
        Ms = (long)one.Took.TotalMilliseconds,
    };
}
