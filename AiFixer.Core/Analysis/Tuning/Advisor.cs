using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Tuning;

/// <summary>What would make trouble of this kind rarer, beside what is suggested against it. Where something else is to blame, no workload is tuned.</summary>
public static class Advisor
{
    private static readonly string[] OfWorkloads =
        [Categories.ResourceExhaustion, Categories.CpuSaturation, Categories.TrafficSurge, Categories.CodeDefect, Categories.Unknown];

    public static ImmutableList<Advice> Of(Sight sight, Diagnosis found) =>
        found.Category == Categories.Healthy ? [] : Beside(found, [.. Tuned(sight, found), .. Breaker(sight, found), .. Index(sight)]);

    /// <summary>As far as it holds beside what was concluded in the end: what is suggested already is no advice.</summary>
    public static ImmutableList<Advice> Beside(Diagnosis found, ImmutableList<Advice> advice) => found.Category == Categories.Healthy
        ? []
        : advice.FindAll(one => !IsTuning(one) || IsOfWorkload(found))
            .FindAll(one => one.Kind != AdviceKind.Restart || found.Suggestions.IsEmpty)
            .FindAll(one => one.Action is not { } action || !found.Suggestions.Exists(other => other.Request.Plugin == action.Request.Plugin));

    private static bool IsTuning(Advice advice) => advice.Kind is not (AdviceKind.CircuitBreaker or AdviceKind.Index);

    private static bool IsOfWorkload(Diagnosis found) => found.Culprit is null or "none" && OfWorkloads.Contains(found.Category);

    private static ImmutableList<Advice> Tuned(Sight sight, Diagnosis found)
    {
        if (sight.Database is not null || !IsOfWorkload(found))
            return [];
        var facts = TuningFactsReader.Of(sight, Symptom(sight, found));
        var advice = AutoTuning.Of(facts);
        return facts.Deployment.Length > 0
            ? advice.FindAll(one => one.Kind != AdviceKind.Restart || found.Verdict != Verdict.Inconclusive)
            // Nobody knows what to call then, and "start it anew" says nothing without.
            : advice.FindAll(one => one.Kind != AdviceKind.Restart).ConvertAll(one => one with { Action = null });
    }

    private static TuningSymptom Symptom(Sight sight, Diagnosis found)
    {
        // Too few copies for what is asked show as a lack of CPU, where it is much that is asked.
        if (found.Category == Categories.CpuSaturation || (found.Category == Categories.TrafficSurge && sight.Gold?.RequestsPerSecond > AutoTuning.MuchTraffic))
            return TuningSymptom.Cpu;
        var alert = sight.Scene.Alert;
        return TuningSymptoms.Of($"{alert.Name} {alert.Summary}") is var said and not TuningSymptom.Other ? said : TuningSymptoms.Of(found.RootCause);
    }

    private static IEnumerable<Advice> Breaker(Sight sight, Diagnosis found)
    {
        if (found.Category is not (Categories.ExternalProvider or Categories.DependencyFailure) || sight.Scene.Subject.Length == 0)
            yield break;
        var other = found.FirstFailing is { Length: > 0 } first && first != sight.Scene.Subject ? first : "what it depends on";
        yield return new(AdviceKind.CircuitBreaker, $"Let {sight.Scene.Subject} stop calling {other} for a while once its calls fail, and answer without it.");
    }

    private static IEnumerable<Advice> Index(Sight sight)
    {
        if (sight.Database is { } database && LoadRules.Scanning(database) is { } statement)
            yield return new(AdviceKind.Index, $"See whether an index would spare this from reading whole tables: {Say.Words(statement.Text)}");
    }
}
