using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>
/// Looks at every change for whether it can have done it: by what it does, by when it began to run, and by where. That it was the last one
/// counts for nothing.
/// </summary>
internal static class ChangeJudge
{
    /// <summary>What so plainly does harm may wait for its occasion: a peak, a full table, the next start.</summary>
    private const double Plain = 0.75;
    private const double Likely = 0.4;
    private const double Alike = 0.5;
    private const double Gated = 0.45;
    private static readonly TimeSpan Latent = TimeSpan.FromHours(24);
    private static readonly TimeSpan Long = TimeSpan.FromHours(96);
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(1.5);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Slowly = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(15);

    /// <summary>The changes, the most suspicious first.</summary>
    public static ImmutableList<Suspicion> Judge(Picture picture, CallGraph calls, string began)
    {
        var changes = picture.Scene.Commits.Select(ReadChange.Of).ToList();
        var terms = new Terms(picture, changes);
        return
        [
            .. changes.Select(change => Shipping.Of(change, picture.Scene).Select(s => Suspect(change, s, picture, terms, new(calls, began))).MaxBy(s => s.Score)!)
                .OrderByDescending(s => s.Score),
        ];
    }

    private static Suspicion Suspect(ReadChange change, Shipping shipping, Picture picture, Terms terms, Scope scope)
    {
        var (shared, words) = terms.Shared(change);
        var known = Mechanisms.All
            .Select(m => (Mechanism: m, Found: m.Find(change)))
            .Where(m => m.Found is not null)
            .Select(m => (m.Mechanism, m.Found!.Value.Strength, m.Found!.Value.Says, Fit: Fit(m.Mechanism, picture, shipping)))
            .OrderByDescending(m => m.Strength * m.Fit.Strength).ToList();
        var best = known.FirstOrDefault();
        var waits = known.Exists(m => m.Strength * m.Fit.Strength >= Likely && Occasions.Came(m.Mechanism, shipping, picture));
        var harm = best.Mechanism is null ? 0 : best.Strength * best.Fit.Strength;
        var tie = ExactTie.Of(change, picture);
        if (tie is { Weight: var weight })
            harm = 1 - ((1 - harm) * (1 - weight));
        var mechanism = best.Mechanism is not null && harm >= 0.3 ? best.Mechanism.Name : null;
        if (shipping.Switch is not null && picture.Onset - shipping.At < Soon && shipping.At <= picture.OnsetLatest)
            harm = 1 - ((1 - harm) * (1 - Gated));
        var content = (1 - ((1 - harm) * (1 - (0.42 * shared * Freedom(change))))) * Reach(change, picture);
        return new(
            change, shipping, content, Time(shipping, picture, best.Mechanism, harm, waits), Place(scope.Fit(shipping, picture, harm), tie is not null, shared),
            mechanism, best.Says ?? change.Commit.Message, tie is not { Name: var name } ? [.. words] : [name, .. words.Where(w => w != name).Take(3)]);
    }

    /// <summary>What speaks of the same as what fails is near to it, wherever it runs.</summary>
    private static double Place(double fit, bool isTied, double shared) => Math.Max(fit, isTied ? 0.9 : shared >= Alike ? 0.75 : 0);

    /// <summary>How clearly the picture shows what this way of doing harm leads to, by what was not there before it.</summary>
    private static (double Strength, Topic Topic) Fit(Mechanism mechanism, Picture picture, Shipping shipping) =>
        mechanism.Leads.Select(lead => (Strength: lead.Weight * (shipping.IsKnown && shipping.At > DateTimeOffset.MinValue + Reading ? picture.Of(lead.Topic, since: shipping.At - Reading) : picture.Of(lead.Topic)), lead.Topic)).MaxBy(fit => fit.Strength);

    /// <summary>Words in common mean little where nothing but words was moved.</summary>
    private static double Freedom(ReadChange change) =>
        change.Delta.IsEmpty || change.IsDependencies ? 0.5 : change.Delta.Extracts ? 0.3 : change.Delta.Kept > 0.9 && change.Delta.Settings.IsEmpty && change.Delta.GuardsRemoved.IsEmpty ? 0.4 : 1;

    /// <summary>What does not run for users reaches nobody; what only changes looks, or words in a log, breaks little.</summary>
    private static double Reach(ReadChange change, Picture picture) => change switch
    {
        { IsBeside: true } => 0.03,
        { OnlyTells: true } => 0.15,
        { IsLooks: true } => 0.3,
        { Delta.IsEmpty: true } => 0.6,
        _ => 1,
    };

    private static double Time(Shipping shipping, Picture picture, Mechanism? mechanism, double harm, bool waits)
    {
        if (shipping.At > picture.OnsetLatest + Reading)
            return 0.03;
        if (mechanism is not null && picture.Signals.Exists(s => s is { Strength: > 0.5, Kind: SignalKind.Metric or SignalKind.Log } && Leads(mechanism, s)
            && s.At >= shipping.At - Reading && (s.Change is { Kind: ChangeKind.Ramp } ramp ? ramp.Earliest <= shipping.At + Slowly : s.At <= shipping.At + AtOnce)))
            return (picture.Onset - shipping.At < Soon || picture.Onset < shipping.At ? 1 : 0.92) * (shipping.IsKnown ? 1 : 0.7);
        if (shipping.IsKnown && Steps.At(shipping, picture))
            return 0.92;
        var lag = picture.Onset - shipping.At;
        var fit = lag.TotalHours switch { < 0.25 => 1, < 0.5 => 0.9, < 1 => 0.75, < 3 => 0.55, < 12 => 0.4, _ => 0.25 };
        if (harm >= Plain && lag < Long)
            fit = Math.Max(fit, lag < Latent ? 0.7 : 0.55);
        if (waits && lag < Long)
            fit = Math.Max(fit, lag < Latent ? 0.9 : 0.75);
        return shipping.IsKnown ? fit : fit * 0.5;
    }

    private static bool Leads(Mechanism mechanism, Signal signal) => mechanism.Leads.Any(lead => lead.Weight >= 0.6 && signal.Is(lead.Topic));
}
