using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>
/// A number that leaves its level at the moment in which a change begins to run, and stays away: the harm may come hours later, its
/// beginning does not.
/// </summary>
internal static class Steps
{
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(1.5);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(6);

    public static bool At(Shipping shipping, Picture picture) => picture.Signals.Exists(s =>
        s is { Kind: SignalKind.Metric, Strength: > 0.5, Change: { Recovered: false, Kind: not ChangeKind.Ramp } }
        && s.At >= shipping.At - Reading && s.At <= shipping.At + Soon && !s.Topics.SetEquals([Topic.Surge]) && IsOf(s, shipping, picture)
        && !Restarts(s));

    /// <summary>Of what runs it, or of where it hurts; of what others stand on every number may be.</summary>
    private static bool IsOf(Signal signal, Shipping shipping, Picture picture) =>
        shipping.Service is not { } service || ServiceNames.Same(signal.Owner, service) || ServiceNames.Same(signal.Owner, picture.Scene.Subject) || Scope.IsShared(service);

    /// <summary>Every new version begins with an age of nothing and a full store of something.</summary>
    private static bool Restarts(Signal signal) => Text.Has(signal.Name, "uptime|start_time|build|version|restarts|created|generation|info$");
}
