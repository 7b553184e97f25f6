using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Telemetry;

/// <summary>How good a diagnosis is by what was checked in code, as scores that a backend for models can show.</summary>
internal static class Scores
{
    public static void Tell(IncidentSpan span, Diagnosis diagnosis)
    {
        var claims = diagnosis.Claims.Count + diagnosis.Struck;
        span.Tag("aifixer.diagnosis.analyst", diagnosis.Analyst)
            .Tag("aifixer.diagnosis.category", diagnosis.Category)
            .Tag("aifixer.diagnosis.verdict", SnakeCase.Of(diagnosis.Verdict.ToString()))
            .Tag("aifixer.diagnosis.evidence", diagnosis.Evidence.Count)
            .Tag("aifixer.diagnosis.suggestions", diagnosis.Suggestions.Count)
            .Tag("aifixer.diagnosis.from_cache", diagnosis.FromCache);
        Tell(span, "confidence", diagnosis.Confidence, SnakeCase.Of(diagnosis.Verdict.ToString()));
        if (claims > 0)
            Tell(span, "claims_shown_by_evidence", diagnosis.Claims.Count / (double)claims, diagnosis.Struck == 0 ? "pass" : "fail");
    }

    private static void Tell(IncidentSpan span, string name, double value, string label) => span.Event("gen_ai.evaluation.result", new()
    {
        ["gen_ai.evaluation.name"] = name,
        ["gen_ai.evaluation.score.value"] = value,
        ["gen_ai.evaluation.score.label"] = label,
    });
}
