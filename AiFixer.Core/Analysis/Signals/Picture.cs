using System.Collections.Immutable;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>The signs of trouble together: what they are about, when it began, and where.</summary>
internal sealed record Picture(SceneFacts Scene, ImmutableList<Signal> Signals, DateTimeOffset Onset, DateTimeOffset OnsetLatest)
{
    private readonly Dictionary<Topic, double> strengths = Strengths(Signals);

    /// <summary>What fails, in its own words; and what is written when all is well.</summary>
    public ImmutableList<string> FailingTexts { get; } = [.. Signals.Where(s => s is { Kind: SignalKind.Log or SignalKind.Span, Strength: > 0.7 }).Select(s => s.Says)];

    public ImmutableList<string> CalmTexts { get; } = [.. Scene.Lines.Where(l => !l.IsTrouble).Select(l => l.Text).Distinct()];

    /// <summary>How clearly a topic shows, from 0 to 1.</summary>
    public double Of(Topic topic) => strengths.GetValueOrDefault(topic);

    /// <summary>The same, numbers left aside that had changed before.</summary>
    public double Of(Topic topic, DateTimeOffset since) => Of(topic) > 0
        ? Signals.Where(s => s.Is(topic) && !(s is { Kind: SignalKind.Metric, Change.Latest: var latest } && latest < since)).Select(s => s.Strength).DefaultIfEmpty().Max()
        : 0;

    public IEnumerable<Signal> About(params Topic[] topics) =>
        Signals.Where(s => s.Strength > 0.2 && topics.Any(s.Is)).OrderByDescending(s => s.Strength).ThenBy(s => s.At);

    private static Dictionary<Topic, double> Strengths(ImmutableList<Signal> signals)
    {
        var all = new Dictionary<Topic, double>();
        foreach (var signal in signals)
        {
            foreach (var topic in signal.Topics)
                all[topic] = Math.Max(all.GetValueOrDefault(topic), signal.Strength);
        }

        return all;
    }
}
