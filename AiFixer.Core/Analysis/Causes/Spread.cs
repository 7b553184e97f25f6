using System.Collections.Immutable;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Where the trouble began and whom it hits.</summary>
internal sealed record Spread(string First, ImmutableList<string> Affected)
{
    private static readonly TimeSpan Clearly = TimeSpan.FromMinutes(3);
    public static readonly Topic[] Harm = [Topic.Errors, Topic.Slow, Topic.Timeout, Topic.Crash, Topic.Backlog, Topic.Refused, Topic.BadData, Topic.Overload, Topic.Missing];

    public static Spread Of(Picture picture, CallGraph calls)
    {
        var harmed = picture.Signals
            .Where(s => s.Kind is not (SignalKind.Alert or SignalKind.Status) && s.Strength > 0.5 && s.Owner.Length > 0 && Harm.Any(s.Is) && s.At >= picture.Onset - TimeSpan.FromMinutes(30))
            .GroupBy(s => s.Owner, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var first = Origin(picture, calls, harmed);
        var affected = harmed.Where(h => h.Key != first && IsService(h.Key, picture) && !IsCutOff(h.Key, h.Value, first, calls)).OrderBy(h => h.Value.Min(s => s.At)).Select(h => h.Key);
        return new(first, [.. affected]);
    }

    /// <summary>The alert's own service, unless what it calls failed before it did.</summary>
    private static string Origin(Picture picture, CallGraph calls, Dictionary<string, List<Signal>> harmed)
    {
        var subject = picture.Scene.Subject;
        if (Earlier(picture, calls, subject) is { } earlier)
            return earlier;
        var deepest = picture.Scene.Spans.Where(s => s.Failed && s.At >= picture.Onset - TimeSpan.FromMinutes(30))
            .Where(s => !picture.Scene.Spans.Exists(c => c.Failed && c.Trace == s.Trace && c.Parent == s.Id))
            .Select(s => s.Service).FirstOrDefault();
        if (deepest is null || deepest == subject || !calls.Reaches(subject, deepest) || !harmed.TryGetValue(deepest, out var signs) || IsCutOff(deepest, signs, subject, calls))
            return subject;
        var own = harmed.TryGetValue(subject, out var mine) ? mine.Where(s => s.Kind != SignalKind.Span).Select(s => s.At).DefaultIfEmpty(picture.Onset).Min() : picture.Onset;
        return signs.Where(s => s.Kind != SignalKind.Span).Select(s => s.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min() <= own + TimeSpan.FromMinutes(1) ? deepest : subject;
    }

    /// <summary>A service that the subject calls and whose own numbers went wrong clearly before the subject's did.</summary>
    private static string? Earlier(Picture picture, CallGraph calls, string subject)
    {
        var own = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5 } && s.Owner == subject).Select(s => s.At).DefaultIfEmpty(picture.Onset).Min();
        return picture.Signals
            .Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5 } && s.Owner != subject && s.At < own - Clearly && s.At > own - TimeSpan.FromHours(1) && calls.Reaches(subject, s.Owner) && !s.Is(Topic.Surge))
            .GroupBy(s => s.Owner, StringComparer.Ordinal).Where(g => g.Count() >= 2).MinBy(g => g.Min(s => s.At))?.Key;
    }

    /// <summary>It was called and its caller hung up: it only looks broken.</summary>
    private static bool IsCutOff(string service, List<Signal> signs, string first, CallGraph calls) =>
        calls.Reaches(first, service) && signs.TrueForAll(s => s.Kind is SignalKind.Span || Text(s, "cancel") || !s.Is(Topic.Slow) && !s.Is(Topic.Errors));

    private static bool Text(Signal signal, string words) => Changes.Text.Has(signal.Says, words);

    private static bool IsService(string owner, Picture picture) =>
        owner == picture.Scene.Subject || !Changes.Text.Has(owner, "^(kubelet|kube-|node|scheduler|cluster-autoscaler)") && !picture.Scene.Metrics.Exists(m => m.Owner == owner && m.Name.StartsWith("node_", StringComparison.Ordinal));
}
