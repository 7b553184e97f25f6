using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Somebody delivered new data, and from then on much of what was there before is not: nothing fails, and nothing is found.</summary>
internal static class BadFeed
{
    private const double Little = 0.2;
    private const double Less = 0.6;
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Before = TimeSpan.FromHours(3);

    public static Cause? In(Picture picture)
    {
        var emptied = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5, Change: { Rose: false, Recovered: false } change }
            && (change.After <= Little * change.Before && s.Owner != picture.Scene.Subject || change.After <= Less * change.Before && IsStock(s))
            && !Changes.Text.Has(s.Name, "rps|requests|cpu|memory|connections|latency|duration|replicas|_per_|hit_|ratio")).ToList();
        var delivered = Delivered(picture).ToList();
        var source = emptied.Find(s => delivered.Exists(d => Brings(d, s)));
        if (source is null)
            return null;
        var news = delivered.First(d => Brings(d, source));
        return new(
            Categories.DataQuality, Weighing.Together(0.7, emptied.Count > 1 ? 0.2 : 0),
            $"New data of {source.Owner} lacks what was there before: {source.Says}, after {Workload.Quote.Of(news.Text.Length > 240 ? news.Text[..240] : news.Text)} at {MetricSignals.Clock(news.At)}. What reads it works and finds nothing.",
            "purge-bad-data", [.. Weighing.Claims([source]), new($"At {MetricSignals.Clock(news.At)}: {news.Text}", [news.Evidence])])
        { Culprit = "none" };
    }

    /// <summary>It names what it is for, or a stock went down the moment it came.</summary>
    private static bool Brings((DateTimeOffset At, string Text, string Evidence) delivery, Signal emptied) =>
        emptied.Change!.After <= Little * emptied.Change.Before && Names(delivery.Text, emptied.Owner)
        || IsStock(emptied) && delivery.At >= emptied.Change.Onset - AtOnce && delivery.At <= emptied.Change.Latest + AtOnce;

    /// <summary>A number of things that are kept: it does not follow the hours of the day, as a rate does.</summary>
    private static bool IsStock(Signal signal) => signal.Metric is not { IsRate: true } && Changes.Text.Has(signal.Name, "known|_count$|_total$|rows|entries|items|members|products|records|documents|loaded|catalog|stored|indexed|in_(table|index|stock)");

    private static IEnumerable<(DateTimeOffset At, string Text, string Evidence)> Delivered(Picture picture) =>
        picture.Scene.Lines.Select(l => (l.At, Text: $"{l.Service}: {l.Text}", l.Evidence)).Concat(picture.Scene.Statuses.Select(s => (s.At, s.Text, s.Evidence)))
            .Where(d => d.At > picture.Onset - Before && d.At <= picture.Onset && Changes.Text.Has(d.Text, @"\bimport(s|ed|ing)?\b|rows (read|loaded|written)|published|new version|replaces|\bfeeds?\b|loaded|ingest|snapshot|dataset|delivery (of|from|for)\b|delivered by|catalog(ue)? (of|version)"));

    /// <summary>Written in one way or another.</summary>
    private static bool Names(string text, string owner) =>
        owner.Length > 2 && text.Replace('_', '-').Contains(owner.Replace('_', '-'), StringComparison.OrdinalIgnoreCase);
}
