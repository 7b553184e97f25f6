using System.Collections.Immutable;
using System.Text;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Reading;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Conclusions;

/// <summary>Names the numbers that have to come back before a fix counts: those by which the trouble is felt, where it was reported.</summary>
internal static class MustRecover
{
    private const int Most = 3;
    private const int Growing = 3;

    /// <summary>How much of the way may be left.</summary>
    private const double Left = 0.25;
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(30);

    private static readonly Topic[] Felt =
        [Topic.Errors, Topic.Slow, Topic.Timeout, Topic.Crash, Topic.Refused, Topic.Backlog, Topic.Overload, Topic.Missing, Topic.BadData];

    /// <summary>A fix may replace what carries these: their values are other ones afterwards.</summary>
    private static readonly string[] Passing =
    [
        "pod", "pod_name", "exported_pod", "instance", "host", "node", "uid", "id", "container_id", "pod_template_hash", "pod_ip", "version",
        "revision", "image", "replicaset", "controller_revision_hash", "endpoint",
    ];

    public static ImmutableList<RecoverySignal> In(Picture picture) =>
    [
        .. picture.Signals
            .Where(signal => IsFelt(signal, picture))
            .OrderByDescending(signal => IsNamed(signal, picture)).ThenBy(signal => Rank(signal)).ThenByDescending(signal => signal.Change!.Score)
            .ThenBy(signal => signal.Name, StringComparer.Ordinal)
            .Select(Signal).OfType<RecoverySignal>()
            .DistinctBy(signal => signal.Query)
            .Take(Most),
    ];

    private static bool IsFelt(Signal signal, Picture picture) =>
        signal is { Kind: SignalKind.Metric, Change.Recovered: false, Metric: not null }
        && signal.Owner == picture.Scene.Subject
        && signal.At >= picture.Onset - Lead
        && (Felt.Any(signal.Is) || IsNamed(signal, picture))
        && !signal.Name.StartsWith("ALERTS", StringComparison.Ordinal)
        && !OnlyGrows(signal.Metric.Series);

    /// <summary>What never falls may be a count of all there ever was, whatever it is called, and would never come back.</summary>
    private static bool OnlyGrows(Series series)
    {
        var known = series.WithoutGaps().Values;
        var (rises, falls) = (0, 0);
        for (var i = 1; i < known.Length; i++)
        {
            rises += known[i] > known[i - 1] ? 1 : 0;
            falls += known[i] < known[i - 1] ? 1 : 0;
        }

        return falls == 0 && rises >= Growing;
    }

    /// <summary>The alert speaks of this very number.</summary>
    private static bool IsNamed(Signal signal, Picture picture) => picture.Scene.AlertText.Contains(signal.Name, StringComparison.OrdinalIgnoreCase);

    private static int Rank(Signal signal) => Array.FindIndex(Felt, signal.Is) is var at and >= 0 ? at : Felt.Length;

    private static RecoverySignal? Signal(Signal signal)
    {
        var (metric, change) = (signal.Metric!, signal.Change!);
        var labels = metric.Labels.Where(label => !Array.Exists(Passing, passing => passing == label.Key)).ToList();
        // Something new always begins low: only of what stays can be asked that it rises again.
        if (metric.Name.Length == 0 || (!change.Rose && labels.Count < metric.Labels.Count))
            return null;
        return new(Query(metric, labels), change.Before, change.After, change.Before + (Left * (change.After - change.Before)));
    }

    private static string Query(MetricFact metric, List<KeyValuePair<string, string>> labels)
    {
        var text = new StringBuilder(metric.Name).Append('{')
            .AppendJoin(',', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}=\"{PromText.Quoted(label.Value)}\""))
            .Append('}');
        return metric.IsRate ? $"rate({text}[5m])" : text.ToString();
    }
}
