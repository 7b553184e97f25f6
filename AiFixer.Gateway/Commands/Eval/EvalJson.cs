using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    public static string Of(EvalReport report)
    {
        var told = (JsonObject)JsonSerializer.SerializeToNode(new { report.Suites, Cases = report.Cases.Select(Case) }, Options)!;
        if (report.WarmUp is { } warmUp)
            told["warm_up_ms"] = (long)warmUp.TotalMilliseconds;
        if (report.Variations is { } variations)
            told["variations"] = JsonSerializer.SerializeToNode(variations, Options);
        return told.ToJsonString(Options);
    }

    internal static string Verdict(Diagnosis diagnosis) => diagnosis.Verdict.ToString().ToUpperInvariant();

    private static JsonObject Case(CaseResult.Ran one)
    {
        var told = (JsonObject)JsonSerializer.SerializeToNode(Told(one), Options)!;
        if (one.Models is { } models)
            told["models"] = JsonSerializer.SerializeToNode(models, Options);
        return told;
    }

    private static object Told(CaseResult.Ran one) => new
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
