using System.Collections.Immutable;
using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Llm.Providers;

namespace AiFixer.Llm.Analysis;

/// <summary>Makes a diagnosis of a valid answer. It is only what the model says: nothing of it is checked yet.</summary>
internal static class AnalysisAnswer
{
    private const int LongestText = 2000;

    public static Diagnosis Read(JsonElement answer, string analyst, ImmutableList<Evidence> evidence) =>
        new(
            Round: 0,
            analyst,
            Said(answer.At("verdict").Text()),
            answer.At("category").Text() ?? "unknown",
            Clean(answer.At("root_cause").Text()),
            answer.At("confidence").GetDouble(),
            evidence,
            Suggestions: [],
            Texts(answer, "ruled_out"),
            Texts(answer, "gaps"))
        {
            Claims = [.. answer.At("claims").Items().Select(claim => new CitedClaim(Clean(claim.At("text").Text()), Texts(claim, "cites")))],
            FirstFailing = Named(answer.At("first_failing").Text()),
            Culprit = Named(answer.At("culprit").Text()),
            Affected = Texts(answer, "affected"),
            Remedy = Named(answer.At("remedy").Text()),
            Responsible = new(answer.At("team").Text() ?? "COLLAB", Clean(answer.At("team_why").Text()), Texts(answer, "helping_teams")),
        };

    /// <summary>It is shown and stored like any text from outside.</summary>
    private static string Clean(string? text) => TextCleaner.Lines(text ?? "", LongestText);

    private static Verdict Said(string? verdict) => verdict switch
    {
        "CONFIRMED" => Verdict.Confirmed,
        "LIKELY" => Verdict.Likely,
        _ => Verdict.Inconclusive,
    };

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : Clean(text.Trim());

    private static ImmutableList<string> Texts(JsonElement answer, string name) =>
        [.. answer.At(name).Items().Select(item => item.Text()).OfType<string>().Where(text => text.Length > 0).Select(Clean)];
}
