using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Only the measuring stopped: the number is gone while what it counts goes on, as other witnesses tell.</summary>
internal static class BlindSpot
{
    private const string Measuring = @"^up$|scrape|targets?_(up|healthy)|exporter_up|agent_up";
    private const string Says = @"(agent|scrap|exporter|collector|prometheus|telemetry|monitoring|metrics)\b.{0,80}(stop|down|restart|reboot|unreachable|fail|lost|drop|drain|evict)|target .{0,40}(down|unreachable)|no data from";
    private const double Nothing = 0.05;
    private const int Least = 2;
    private const int LeastLines = 3;
    private const double AsBefore = 0.4;
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(4);

    public static Cause? In(Picture picture)
    {
        var scene = picture.Scene;
        var own = scene.Metrics.Where(m => m.Owner == scene.Subject).ToList();
        var alerted = own.Find(m => scene.AlertText.Contains(m.Name, StringComparison.OrdinalIgnoreCase) && !Changes.Text.Has(m.Name, Measuring));
        if (alerted is null || Gone(alerted.Series, scene.Now) is not { } gone || !GoesOn(scene, gone) || Witness(picture, own, gone) is not { } witness)
            return null;
        var back = gone.Until < scene.Now ? $" and is back since {MetricSignals.Clock(gone.Until)}" : "";
        var says = $"{alerted.Name} of {alerted.Owner} is nothing from {MetricSignals.Clock(gone.From)} on{back}";
        return new(
            Categories.Healthy, 0.9,
            $"Only the measuring stopped: {says}, and at the same moment {witness.Text}. {scene.Subject} writes as much as before and of no failure, so what is counted did not stop.", "none",
            [new($"{says}.", [alerted.Evidence]), new($"{witness.Text}.", [witness.Evidence])])
        {
            Culprit = "none",
            IsCertain = true,
        };
    }

    /// <summary>From when until when a number that is usually more was nothing: the last time.</summary>
    private static (DateTimeOffset From, DateTimeOffset Until)? Gone(Series series, DateTimeOffset now)
    {
        var known = series.WithoutGaps();
        double[] values = [.. known.Values];
        var usual = values.Length > 3 * Least ? Robust.Median(values) : 0;
        var last = usual > 0 ? Array.FindLastIndex(values, value => value <= Nothing * usual) : -1;
        if (last < 0)
            return null;
        var first = Array.FindLastIndex(values, last, value => value > Nothing * usual) + 1;
        return first < Least || last - first + 1 < Least ? null : (known.Times[first], last + 1 < values.Length ? known.Times[last + 1] : now);
    }

    private static (string Text, string Evidence)? Witness(Picture picture, List<MetricFact> own, (DateTimeOffset From, DateTimeOffset Until) gone)
    {
        var measuring = own.Find(m => Changes.Text.Has(m.Name, Measuring) && Gone(m.Series, picture.Scene.Now) is { } other && (other.From - gone.From).Duration() <= AtOnce);
        if (measuring is not null)
            return ($"{measuring.Name} of {measuring.Owner} is nothing too", measuring.Evidence);
        return picture.Signals.Find(s => s.Kind is SignalKind.Log or SignalKind.Status && (s.At - gone.From).Duration() <= AtOnce && Changes.Text.Has(s.Says, Says)) is { } said ? (said.Says, said.Evidence) : null;
    }

    /// <summary>It writes about its work as often as before, and of no failure.</summary>
    private static bool GoesOn(SceneFacts scene, (DateTimeOffset From, DateTimeOffset Until) gone)
    {
        var own = scene.Lines.Where(l => l.Service == scene.Subject && !l.IsTrouble).ToList();
        var (before, during) = (own.Count(l => l.At < gone.From), own.Count(l => l.At >= gone.From && l.At < gone.Until));
        var (long1, long2) = ((gone.From - (own.FirstOrDefault()?.At ?? scene.From)).TotalMinutes, (gone.Until - gone.From).TotalMinutes);
        return before >= LeastLines && during >= LeastLines && long1 > 0 && long2 > 0 && during / long2 >= AsBefore * before / long1
            && !scene.Lines.Exists(l => l.IsError && l.Service == scene.Subject && l.At >= gone.From);
    }
}
