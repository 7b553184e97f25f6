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
    private const double Telling = 0.55;

    /// <param name="isBlind">Something that is there to be asked did not answer: that nothing is wrong cannot be said then.</param>
    public static Diagnosis Of(Sight sight, ImmutableList<Evidence> evidence, ImmutableList<string> gaps, bool isBlind = false)
    {
        var (fromScene, picture, spread, suspects) = SceneAnalysis.Of(sight.Scene);
        var chosen = Choice.Among(sight, picture, fromScene, suspects) is { Strength: >= Least } clear ? clear : Lead(sight, picture, suspects);
        ImmutableList<Cause> causes = [.. fromScene, .. Choice.Others(sight)];
        var ruledOut = RuledOut(causes, suspects, chosen, picture);
        if (isBlind && chosen?.Category == Categories.Healthy)
            return Nothing($"What could be seen of {sight.Scene.Subject} looks well, but not everything could be seen, so it may not be.", evidence, gaps);
        if (chosen is null)
            return Nothing(picture, spread, evidence, ruledOut, gaps);
        return new(0, Analyst, Sureness(chosen, causes, suspects), chosen.Category, chosen.Says, Math.Round(Math.Min(0.97, chosen.Strength), 2), evidence, chosen.Suggestions, ruledOut, gaps)
        {
            Claims = chosen.Shows,
            Culprit = chosen.Culprit,
            FirstFailing = spread.First,
            Affected = chosen.Category == Categories.Healthy ? [] : spread.Affected,
            Remedy = chosen.Remedy,
            Recovery = chosen.Category == Categories.Healthy ? [] : MustRecover.In(picture),
        };
    }

    /// <summary>Where nothing explains what is seen, the change that comes nearest to it is where a person looks first.</summary>
    private static Cause? Lead(Sight sight, Picture picture, ImmutableList<Suspicion> suspects) =>
        picture.Signals.Exists(s => s.Strength > 0.5 && s.Kind is SignalKind.Metric or SignalKind.Log or SignalKind.Span && s.Owner == sight.Scene.Subject)
            ? ChangeCause.LeadIn(suspects, picture)
            : null;

    /// <param name="suspects">While a change that can do this is about, that no change is to blame is not sure.</param>
    private static Verdict Sureness(Cause chosen, ImmutableList<Cause> causes, ImmutableList<Suspicion> suspects)
    {
        var next = causes.Where(c => c != chosen && c.Category != chosen.Category).Select(c => c.Strength).DefaultIfEmpty(0).Max();
        var certain = chosen.IsCertain || (chosen.Culprit is "none" && chosen.Strength >= Sure && !suspects.Exists(s => s is { Content: >= Telling, Time: >= 0.5, Place: >= 0.5 }));
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
