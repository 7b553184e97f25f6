using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Conclusions;

/// <summary>Decides between what the platform shows, a change, and what no change explains.</summary>
internal static class Choice
{
    /// <summary>A change whose content is known to do this is asked first: what it does often looks like somebody else's fault.</summary>
    private const double Telling = 0.6;
    private const double Plain = 0.75;
    private const double Overwhelming = 0.9;

    public static Cause? Among(Sight sight, Picture picture, ImmutableList<Cause> causes, ImmutableList<Suspicion> suspects)
    {
        var change = causes.Find(c => c.Culprit is not (null or "none"));
        var other = Other(Others(sight), causes.Remove(change!), picture);
        if (change is null || other is null)
            return change ?? other;
        var content = suspects[0].Content;
        if (change.Strength >= Telling && (content >= Plain || IsOwnSurge(other, suspects[0])) && other.Strength < Overwhelming)
            return other.Suggestions.IsEmpty ? change : change with { Suggestions = other.Suggestions };
        return change.Strength >= other.Strength ? change : other;
    }

    /// <summary>What makes a service ask more often, and was shipped to it right before, is what asks; nobody outside does.</summary>
    private static bool IsOwnSurge(Cause other, Suspicion suspect) => other.Category == Categories.TrafficSurge
        && suspect is { Content: >= Telling, Time: >= 0.9, Place: 1, Mechanism: { } name } && Mechanisms.All.Any(m => m.Name == name && m.Leads.Any(lead => lead is { Topic: Topic.Surge, Weight: >= 0.6 }));

    /// <summary>What the platform is certain of is nearer to the trouble than what services show of it; that all is well holds only while they show nothing.</summary>
    private static Cause? Other(ImmutableList<Cause> platform, ImmutableList<Cause> services, Picture picture)
    {
        if (platform.Find(c => c.IsCertain && c.Category != Categories.Healthy) is { } certain)
            return certain;
        return platform.FindAll(c => c.Category != Categories.Healthy || !StillSuffers(picture)).AddRange(services).MaxBy(c => c.Strength);
    }

    private static bool StillSuffers(Picture picture) => picture.Signals.Exists(s =>
        s is { Kind: SignalKind.Metric, Change.Recovered: false, Strength: > 0.5 } && s.Owner == picture.Scene.Subject
        && (s.Is(Topic.Errors) || s.Is(Topic.Slow) || s.Is(Topic.Timeout) || s.Is(Topic.Overload)) && s.At > picture.Scene.Alert.StartsAt - TimeSpan.FromHours(1));

    /// <summary>What the platform itself shows.</summary>
    public static ImmutableList<Cause> Others(Sight sight) =>
    [
        .. sight.Cluster is { } cluster ? ClusterAnalysis.Of(cluster) : [],
        // That a run succeeded later answers whoever was alarmed by its failure, and nobody else.
        .. sight.Job is { } job && Changes.Text.Has(sight.Scene.AlertText, "fail|back-?off|attempt") ? JobRules.Of(job) : [],
        .. sight.Database is { } database ? DatabaseAnalysis.Of(database) : [],
    ];
}
