using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Conclusions;

/// <summary>Says what explains an incident best, how sure that is, and what else was weighed.</summary>
public static class OfflineDiagnosis
{
    public const string Analyst = "offline rules";
    private const double Sure = 0.75;
    private const double Least = 0.3;

    /// <param name="isBlind">Something that is there to be asked did not answer: that nothing is wrong cannot be said then.</param>
    public static Diagnosis Of(Sight sight, ImmutableList<Evidence> evidence, ImmutableList<string> gaps, bool isBlind = false)
    {
        var (fromScene, picture, spread, suspects) = SceneAnalysis.Of(sight.Scene);
        var chosen = Choice.Among(sight, picture, fromScene, suspects);
        ImmutableList<Cause> causes = [.. fromScene, .. Choice.Others(sight)];
        var ruledOut = RuledOut(causes, suspects, chosen, picture);
        if (isBlind && chosen?.Category == Categories.Healthy)
            return Nothing($"What could be seen of {sight.Scene.Subject} looks well, but not everything could be seen, so it may not be.", evidence, gaps);
        if (chosen is null || chosen.Strength < Least)
            return Nothing(picture, spread, evidence, ruledOut, gaps);
        return new(0, Analyst, Sureness(chosen, causes), chosen.Category, chosen.Says, Math.Round(Math.Min(0.97, chosen.Strength), 2), evidence, chosen.Suggestions, ruledOut, gaps)
        {
            Claims = chosen.Shows,
            Culprit = chosen.Culprit,
            FirstFailing = spread.First,
            Affected = chosen.Category == Categories.Healthy ? [] : spread.Affected,
            Remedy = chosen.Remedy,
            Recovery = chosen.Category == Categories.Healthy ? [] : MustRecover.In(picture),
        };
    }

    private static Verdict Sureness(Cause chosen, ImmutableList<Cause> causes)
    {
        var next = causes.Where(c => c != chosen && c.Category != chosen.Category).Select(c => c.Strength).DefaultIfEmpty(0).Max();
        var certain = chosen.IsCertain || (chosen.Culprit is "none" && chosen.Strength >= Sure);
        return certain && chosen.Strength >= next ? Verdict.Confirmed : Verdict.Likely;
    }

    /// <summary>A diagnosis that says only why there is none.</summary>
    public static Diagnosis Nothing(string why, ImmutableList<Evidence> evidence, ImmutableList<string> gaps) =>
        new(0, Analyst, Verdict.Inconclusive, Categories.Unknown, why, 0, evidence, [], [], gaps) { Remedy = "none" };

    private static Diagnosis Nothing(Picture picture, Spread spread, ImmutableList<Evidence> evidence, ImmutableList<string> ruledOut, ImmutableList<string> gaps) =>
        new(0, Analyst, Verdict.Inconclusive, Categories.Unknown, $"What was seen of {picture.Scene.Subject} does not tell why.", 0, evidence, [], ruledOut, gaps)
        {
            Claims = Weighing.Claims(picture.Signals.Where(s => s.Strength > 0.5).OrderBy(s => s.At)),
            FirstFailing = spread.First,
            Affected = spread.Affected,
            Remedy = "none",
        };

    private static ImmutableList<string> RuledOut(ImmutableList<Cause> causes, ImmutableList<Suspicion> suspects, Cause? chosen, Picture picture) =>
    [
        .. causes.Where(c => c != chosen && c.Says != chosen?.Says).Select(c => $"{c.Category} ({c.Strength:0.00}): {c.Says}"),
        .. suspects.Where(s => s.Change.Commit.Sha != chosen?.Culprit && s.Score >= 0.02).Take(6).Select(s => SuspicionText.WhyNot(s, picture)),
    ];
}
