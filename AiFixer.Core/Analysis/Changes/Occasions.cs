using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Whether what a change waits for came as the trouble began: then it matters little how long ago it was shipped.</summary>
internal static class Occasions
{
    private const int LeastLines = 3;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Build = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan Turned = TimeSpan.FromMinutes(45);
    private const double Much = 1.3;
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private static readonly Topic[] Failures = [Topic.Timeout, Topic.Network, Topic.Retries, Topic.Refused, Topic.Provider, Topic.Unresolved];

    public static bool Came(Mechanism mechanism, Shipping shipping, Picture picture) =>
        mechanism.Waits switch { Occasion.Failure => Fails(picture), Occasion.Clock => Strikes(picture), Occasion.Load => Rises(shipping, picture), _ => false }
        || IsFirstWork(shipping, picture) || IsTurned(shipping, picture);

    private static bool Fails(Picture picture) => picture.Signals.Exists(s =>
        s is { Kind: not SignalKind.Alert, Strength: > 0.5 } && Failures.Any(s.Is) && s.At >= picture.Onset - Before && s.At <= picture.OnsetLatest + After);

    /// <summary>It began in the first minutes of an hour.</summary>
    private static bool Strikes(Picture picture) => (picture.Onset + After).Minute <= (Before + After).TotalMinutes;

    /// <summary>More is asked, of it or of what is in trouble, as the trouble begins.</summary>
    private static bool Rises(Shipping shipping, Picture picture) => picture.Signals.Exists(s =>
        s is { Kind: SignalKind.Metric, Strength: > 0.5, Change: { Rose: true } change } && s.Is(Topic.Surge) && !s.Is(Topic.Errors) && !s.Is(Topic.Retries) && change.Ratio >= Much
        && (ServiceNames.Same(s.Owner, picture.Scene.Subject) || shipping.Service is { } service && ServiceNames.Same(s.Owner, service))
        && s.At >= picture.Onset - Build && s.At <= picture.OnsetLatest + After);

    /// <summary>A switch of what runs the change was turned shortly before.</summary>
    private static bool IsTurned(Shipping shipping, Picture picture) => shipping is { IsKnown: true, Service: { } service } && picture.Scene.Flags.Any(flag =>
        flag.Service is { } of && ServiceNames.Same(of, service) && flag.At > shipping.At && flag.At >= picture.Onset - Turned && flag.At <= picture.OnsetLatest);

    /// <summary>What runs the change had nothing to do from then until the trouble began.</summary>
    private static bool IsFirstWork(Shipping shipping, Picture picture)
    {
        if (shipping is not { IsKnown: true, Service: { } service } || !ServiceNames.Same(service, picture.Scene.Subject))
            return false;
        var from = shipping.At + Before > picture.Scene.From ? shipping.At + Before : picture.Scene.From;
        var own = picture.Scene.Lines.Where(l => ServiceNames.Same(l.Service, service) && l.At >= from).ToList();
        return picture.Onset - from >= Idle && own.Count >= LeastLines && own.TrueForAll(l => l.At >= picture.Onset - Before);
    }
}
