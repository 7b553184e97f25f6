using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>What was left of something went down evenly all the time, and the trouble began when nothing was left. No change did it; use did.</summary>
internal static partial class DriedUp
{
    private const double Nothing = 0.02;
    private const double Refilled = 0.04;
    private const double Doubtful = 0.72;
    private const int Parts = 6;
    private const int Least = 2 * Parts;
    private const double Slowest = 0.35;
    private const double Fastest = 2;
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(45);

    public static Cause? In(Picture picture) =>
        picture.Scene.Metrics.Select(metric => Of(metric, picture)).OfType<Cause>().MaxBy(cause => cause.Strength);

    private static Cause? Of(MetricFact metric, Picture picture)
    {
        if (Room(metric) is not { } room || Emptied(room, picture) is not var (start, end))
            return null;
        var known = metric.Series.WithoutGaps();
        var said = picture.Signals.Where(s => s is { Kind: SignalKind.Log or SignalKind.Span, Strength: > 0.5 } && Changes.Text.Has(s.Says, "no space|exhaust|limit|full|exceed|not enough|insufficient|no (more|free)|used up|ENOSPC|quota")).ToList();
        var what = Changes.Text.Has(metric.Name, "files_free|inode") ? $"{metric.Name} (inodes: files that can still be made, however much room there is)" : metric.Name;
        var went = $"went evenly from {MetricSignals.Number(known.Values[start])} to {MetricSignals.Number(known.Values[end])} by {MetricSignals.Clock(known.Times[end])}";
        // What was shipped before all that was measured may be what uses it up.
        var isOlder = picture.Scene.Deploys.Exists(d => d.At <= known.Times[start] && d.Service is { } service && (ServiceNames.Same(service, metric.Owner) || ServiceNames.Same(service, picture.Scene.Subject)));
        return new(
            Categories.ResourceExhaustion, isOlder ? Doubtful : Weighing.Together(0.85, said.Count > 0 ? 0.5 : 0),
            $"Nothing is left: {what} of {metric.Owner}{Where(metric)} {went}, whatever was deployed meanwhile. Whatever needs more of it fails.", "scale",
            [new($"{metric.Name} of {metric.Owner} {went}.", [metric.Evidence]), .. Weighing.Claims(said.Take(4))])
        { Culprit = "none" };
    }

    /// <summary>What is left of it: as it is measured, or what is missing to all of it.</summary>
    private static Series? Room(MetricFact metric)
    {
        if (Leaks().IsMatch(metric.Name))
            return null;
        if (Left().IsMatch(metric.Name))
            return metric.Series.WithoutGaps();
        if (!Used().IsMatch(metric.Name) || metric.Series.WithoutGaps() is not { Count: > 0 } known || known.Values.Max() is not ((> 0.5 and <= 1) or (> 50 and <= 100)))
            return null;
        var all = known.Values.Max() <= 1 ? 1.0 : 100;
        return Series.Of(Enumerable.Range(0, known.Count).Select(i => (known.Times[i], all - known.Values[i])));
    }

    private static string Where(MetricFact metric) => metric.Labels.FirstOrDefault(label => label.Key is "mountpoint" or "path" or "volume" or "pool" or "subnet") is { Value: { Length: > 0 } place } ? $" ({place})" : "";

    /// <summary>Falling from the first that was seen of it on, without a bend, until there is nothing as the trouble begins.</summary>
    private static (int Start, int End)? Emptied(Series series, Picture picture)
    {
        var known = series.WithoutGaps();
        var end = Enumerable.Range(0, known.Count).FirstOrDefault(i => known.Values[i] <= Nothing * known.Values[0], -1);
        if (end < Least || known.Values[0] <= 0)
            return null;
        // Somebody may have cleaned up before: then it counts from there.
        var start = Enumerable.Range(1, end).LastOrDefault(i => known.Values[i] - known.Values[i - 1] > Refilled * known.Values[0]);
        if (end - start < Least || known.Times[end] - known.Times[start] < Long || known.Times[end] < picture.Onset - AtOnce || known.Times[end] > picture.OnsetLatest + AtOnce)
            return null;
        return IsEven([.. known.Values.Skip(start).Take(end - start + 1)]) ? (start, end) : null;
    }

    /// <summary>Every part of the time took about the same.</summary>
    private static bool IsEven(double[] values)
    {
        var levels = Enumerable.Range(0, Parts).Select(part => values[(part * values.Length / Parts)..((part + 1) * values.Length / Parts)].Average()).ToList();
        var step = (levels[0] - levels[^1]) / (Parts - 1);
        return step > 0 && levels.Zip(levels.Skip(1), (one, next) => (one - next) / step).All(share => share is >= Slowest and <= Fastest);
    }

    /// <summary>What is not given back is mostly somebody's mistake, and not use.</summary>
    [GeneratedRegex("cpu|budget|jobs|rows|items|tasks|backfill|migration|memory|heap|conn|pool|fds|handles|threads|goroutine|certificate|lag|seconds|_age", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leaks();

    [GeneratedRegex("(disk|volume|filesystem|storage|inode|tablespace|quota|space|addresses|ids|sequence|slots)s?_(used|usage|utili[sz]ation|fill(ed)?|occupied)|(used|usage|fill)_(ratio|percent|pct)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Used();

    [GeneratedRegex("(^|_)(free|avail|available|remaining|left|headroom|unused)(_|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Left();
}
