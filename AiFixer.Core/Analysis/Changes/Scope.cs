using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Whether a change runs where it would have to, to lead to all that is seen.</summary>
/// <param name="Began">The service in which the trouble began.</param>
internal sealed record Scope(CallGraph Calls, string Began)
{
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(1.5);

    /// <summary>Who suffers later still, suffers from the trouble and does not tell where it began.</summary>
    private static readonly TimeSpan Wake = TimeSpan.FromMinutes(5);

    public double Fit(Shipping shipping, Picture picture, double harm)
    {
        if (shipping.Service is not { } service)
            return 0.6;
        return Near(service, shipping, picture, harm) * Explains(service, picture);
    }

    private double Near(string service, Shipping shipping, Picture picture, double harm)
    {
        if (ServiceNames.Same(service, Began) || ServiceNames.Same(service, picture.Scene.Subject) || IsBlamed(service, picture))
            return 1;
        var own = picture.Signals.Where(s => s.Strength > 0.5 && s.Kind is not SignalKind.Span && ServiceNames.Same(s.Owner, service)).ToList();
        if (own.Count > 0)
            return own.Exists(s => s.At >= shipping.At - Reading && s.At <= picture.OnsetLatest + Reading) ? 0.95 : 0.6;
        if (Calls.Reaches(Began, service) || Calls.Reaches(service, Began))
            return 0.75;
        return IsShared(service) ? 0.7 + (0.2 * harm) : 0.35 + (0.25 * harm);
    }

    /// <summary>What suffers says of it by its name that it does not answer.</summary>
    private static bool IsBlamed(string service, Picture picture) => service.Length > 3 && picture.Signals.Exists(s =>
        s is { Kind: SignalKind.Log or SignalKind.Span, Strength: > 0.7 } && ServiceNames.Same(s.Owner, picture.Scene.Subject) && After(s.Says, service) is { } after
        && Text.Has(after, @"^\W.{0,40}(not (answer|respond)|timed? ?out|timeout|unavailable|refused|fail|\b5\d\d\b|slow)"));

    private static string? After(string text, string name) =>
        text.IndexOf(name, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) ? text[(at + name.Length)..] : null;

    /// <summary>What others stand on: its changes are felt elsewhere than where they run.</summary>
    internal static bool IsShared(string service) =>
        Text.Has(service, @"infra|platform|terraform|flags?\b|feature|config|edge|gateway|mesh|proxy|network|dns|shared|common|libs?\b|cluster|schema|migrations?");

    /// <summary>Services that suffer by themselves, and do not call this one, suffer from something else than a change in it.</summary>
    private double Explains(string service, Picture picture)
    {
        var suffering = picture.Signals
            .Where(s => s is { Kind: SignalKind.Log or SignalKind.Metric, Strength: > 0.7 } && s.At >= picture.Onset - TimeSpan.FromMinutes(10) && s.At <= picture.OnsetLatest + Wake && Spread.Harm.Any(s.Is))
            .Select(s => s.Owner).Distinct().ToList();
        if (Calls.IsEmpty || !suffering.Exists(s => ServiceNames.Same(s, service)))
            return 1;
        var others = suffering.FindAll(other => !ServiceNames.Same(other, service) && !IsReached(service, other, suffering));
        return others.Count == 0 ? 1 : others.Exists(Calls.Knows) ? 0.6 : 0.8;
    }

    /// <summary>One calls the other, or both call something that suffers.</summary>
    private bool IsReached(string service, string other, List<string> suffering) =>
        Calls.Reaches(other, service) || Calls.Reaches(service, other) || suffering.Exists(third => Calls.Reaches(service, third) && Calls.Reaches(other, third));
}
