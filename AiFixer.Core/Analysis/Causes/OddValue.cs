using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>
/// Data that came from somewhere says something impossible of one thing among many: a rate of nothing, a least stay of 99 nights. The others
/// of its kind are as they were, so it is what was delivered and not what reads it.
/// </summary>
internal static partial class OddValue
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(2);

    public static Cause? In(Picture picture)
    {
        foreach (var odd in picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5, Change: { Recovered: false } change, Metric: not null } && change.Onset <= picture.OnsetLatest + After
            && IsImpossible(change) && !s.Is(Topic.Surge) && !Work().IsMatch(s.Name)))
        {
            if (Own(odd, picture) is not { } whose || Delivered(odd, whose, picture) is not { } news)
                continue;
            var suffers = picture.Signals.Where(s => s != odd && s.Kind is not SignalKind.Alert && s.Strength > 0.5 && (Names(s.Says, whose) || s.Metric?.Labels.ContainsValue(whose) == true)).ToList();
            return new(
                Categories.DataQuality, Weighing.Together(0.7, suffers.Count > 0 ? 0.5 : 0),
                $"Bad data of {whose}: {odd.Says}, with what was delivered at {MetricSignals.Clock(news.At)}: {Workload.Quote.Of(news.Text)}. The others of its kind are as they were, so what reads them works; this value is wrong where it comes from.",
                "purge-bad-data", [.. Weighing.Claims([odd, .. suffers.Take(4)]), new($"At {MetricSignals.Clock(news.At)}: {news.Text}", [news.Evidence])])
            { Culprit = "none" };
        }

        return null;
    }

    /// <summary>Nothing where there was something, or the nines that stand for no value.</summary>
    private static bool IsImpossible(ChangePoint change) =>
        change.After == 0 && change.Before > 0 || change.After is 99 or 999 or 9999 or 99999 or -1 && change.Before is not (99 or 999 or 9999 or 99999 or -1);

    /// <summary>The label that only this one of several has, where the others did not move.</summary>
    private static string? Own(Signal odd, Picture picture)
    {
        var metric = odd.Metric!;
        var others = picture.Scene.Metrics.Where(m => m != metric && m.Name == metric.Name).ToList();
        var moved = picture.Signals.Exists(s => s.Metric is { } other && others.Contains(other) && s is { Strength: > 0.5, Change: { } change } && IsImpossible(change));
        return others.Count == 0 || moved ? null : metric.Labels.Where(label => label.Key is not ("pod" or "instance" or "node" or "host" or "container" or "zone" or "region") && others.TrueForAll(o => o.Labels.GetValueOrDefault(label.Key) != label.Value)).Select(label => label.Value).FirstOrDefault(value => value.Length > 1);
    }

    private static (DateTimeOffset At, string Text, string Evidence)? Delivered(Signal odd, string whose, Picture picture) => picture.Scene.Lines
        .Where(l => l.At >= odd.Change!.Earliest - Before && l.At <= odd.Change.Latest + After && Taken().IsMatch($"{l.Service}: {l.Text}") && Names(l.Text, whose))
        .OrderBy(l => l.At).Select(l => ((DateTimeOffset, string, string)?)(l.At, Cut($"{l.Service}: {l.Text}"), l.Evidence)).FirstOrDefault();

    private static bool Names(string text, string value) => Regex.IsMatch(text, $@"(?<![A-Za-z0-9]){Regex.Escape(value)}(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Cut(string text) => text.Length > 240 ? $"{text[..240]}…" : text;

    /// <summary>Numbers of work done, which is nothing when nothing is asked.</summary>
    [GeneratedRegex("^up$|ready|alive|healthy|active|bookings|orders|sent|processed|completed|rps|request|percent|pct|availability|success|score|cpu|memory|connections|latency|duration|replicas|_per_|hit_|ratio|queue|lag|errors?|age_", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Work();

    [GeneratedRegex(@"import|ingest|feed|snapshot|dataset|deliver|fetch|parsed|applied|\b\d+ (rows|records|lines|items|entries|rates|prices)|\bfile\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Taken();
}
