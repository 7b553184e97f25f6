using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Llm.Masking;
using AiFixer.Llm.Transcripts;

namespace AiFixer.Llm.Analysis;

/// <summary>Holds what a model concluded against the evidence and against what was measured without it.</summary>
internal static class Judgement
{
    private const double MostWhenContradicted = 0.6;
    private const int LongestShown = 64 * 1024;
    private const double SureTeam = 0.7;
    private const string Collaboration = "COLLAB";

    public static Diagnosis Of(Diagnosis said, Diagnosis offline, IReadOnlyList<Blob> blobs, Transcript transcript)
    {
        var book = EvidenceBook.Of(said.Evidence, blobs, Shown);
        var grounded = Grounded(said, book);
        var result = ClaimCheck.Check(grounded, book);
        foreach (var struck in result.Struck)
            transcript.Say("note", $"Struck: \"{struck.Claim.Text}\" {struck.Why}.");
        return Arbitrated(AgainstMeasured(Sure(WithSupportedCause(result.Diagnosis, book), offline, book), offline));
    }

    private static Diagnosis Sure(Diagnosis diagnosis, Diagnosis offline, EvidenceBook book) =>
        Certainty.Lacks(diagnosis, offline, book) is { } lack
            ? Lowered(diagnosis with { Gaps = diagnosis.Gaps.Add($"It is not sure: {lack}.") })
            : diagnosis;

    private static string Shown(string text) => Outgoing.Masked(text.Length > LongestShown ? text[..LongestShown] : text);

    /// <summary>Services and changes that no evidence has were made up.</summary>
    private static Diagnosis Grounded(Diagnosis said, EvidenceBook book)
    {
        bool Is(string name) => book.Mentions(name);
        var invented = said.Affected.Append(said.FirstFailing).Append(said.Culprit).OfType<string>()
            .Where(name => name != "none" && !Is(name)).Distinct().ToList();
        return said with
        {
            Affected = said.Affected.RemoveAll(invented.Contains),
            FirstFailing = said.FirstFailing is { } first && invented.Contains(first) ? null : said.FirstFailing,
            Culprit = said.Culprit is { } culprit && invented.Contains(culprit) ? null : said.Culprit,
            Gaps = said.Gaps.AddRange(invented.Select(name => $"The model named {name}, which no evidence does.")),
        };
    }

    private static Diagnosis WithSupportedCause(Diagnosis diagnosis, EvidenceBook book)
    {
        var unshown = ClaimCheck.Unshown(diagnosis.RootCause, diagnosis, book);
        if (unshown.Count == 0)
            return diagnosis;
        var gaps = diagnosis.Gaps.Add($"The root cause says {string.Join(", ", unshown)}, which no evidence shows.");
        return Lowered(diagnosis with { Gaps = gaps });
    }

    /// <summary>What was measured and is sure beats what was said: then the model's is one explanation beside another.</summary>
    private static Diagnosis AgainstMeasured(Diagnosis diagnosis, Diagnosis offline)
    {
        if (Contradiction(diagnosis, offline) is not { } contradiction)
            return diagnosis;
        if (offline.Verdict != Verdict.Confirmed)
            return diagnosis with { Verdict = diagnosis.Verdict == Verdict.Confirmed ? Verdict.Likely : diagnosis.Verdict };
        var gaps = diagnosis.Gaps.Add($"{offline.Analyst} is sure of something else: {contradiction}: {offline.RootCause}");
        return Lowered(diagnosis with { Gaps = gaps });
    }

    internal static string? Contradiction(Diagnosis diagnosis, Diagnosis offline)
    {
        if (Differ(diagnosis.Culprit, offline.Culprit))
            return $"the change to blame is {offline.Culprit}";
        if (Differ(diagnosis.FirstFailing, offline.FirstFailing))
            return $"it began in {offline.FirstFailing}";
        return Differ(diagnosis.Category, offline.Category) ? $"it is {offline.Category}" : null;
    }

    private static bool Differ(string? said, string? measured) =>
        measured is not null && measured != "unknown" && said is not null
        && !measured.StartsWith(said, StringComparison.OrdinalIgnoreCase) && !said.StartsWith(measured, StringComparison.OrdinalIgnoreCase);

    private static Diagnosis Lowered(Diagnosis diagnosis) => diagnosis with
    {
        Verdict = diagnosis.Verdict == Verdict.Confirmed ? Verdict.Likely : diagnosis.Verdict,
        Confidence = Math.Min(diagnosis.Confidence, MostWhenContradicted),
    };

    /// <summary>Nobody alone is sent after something that is not sure.</summary>
    private static Diagnosis Arbitrated(Diagnosis diagnosis)
    {
        if (diagnosis.Confidence >= SureTeam || diagnosis.Responsible is not { Team: not Collaboration } said)
            return diagnosis;
        return diagnosis with { Responsible = new(Collaboration, said.Why, said.Others.Insert(0, said.Team)) };
    }
}
