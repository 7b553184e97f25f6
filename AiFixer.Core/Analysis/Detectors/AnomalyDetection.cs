using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AiFixer.Core.Analysis;

/// <summary>Asks all detectors about a series and weighs what they say.</summary>
public static class AnomalyDetection
{
    private const int LeastSamples = 4;

    /// <summary>Of fewer than four samples nothing is said. A detector that needs more than there are leaves its weight to the others.</summary>
    public static AnomalyReport Of(Series series, DetectorOptions? options = null)
    {
        options ??= DetectorOptions.Default;
        var known = series.WithoutGaps();
        if (known.Count < LeastSamples)
            return new(known, [.. new double[known.Count]], [], options);
        var verdicts = Ask(new(known.Values.AsSpan()), options);
        return new(known, Weighed(verdicts, known.Count), verdicts, options);
    }

    private static ImmutableArray<DetectorVerdict> Ask(Profile profile, DetectorOptions options) =>
    [
        options.Robust
            ? new("robust z-score", options.ZScoreWeight, ZScores.Beyond(ZScores.Robust(profile), options.RobustZScore))
            : new("z-score", options.ZScoreWeight, ZScores.Beyond(ZScores.Plain(profile), options.ZScore)),
        new("iqr", options.IqrWeight, QuartileFence.Wild(profile, options.Iqr)),
        new("isolation forest", options.IsolationForestWeight, IsolationForest.Wild(profile, options)),
        new("dbscan", options.DbscanWeight, Dbscan.Wild(profile, options.DbscanReach)),
        new("moving average", options.MovingAverageWeight, MovingAverage.Wild(profile, options.MovingAverageWindow, options.MovingAverage)),
        new("trend", options.TrendWeight, Stationarity.Wild(profile, options)),
    ];

    private static ImmutableArray<double> Weighed(ImmutableArray<DetectorVerdict> verdicts, int count)
    {
        var total = verdicts.Where(verdict => verdict.Wild is not null).Sum(verdict => verdict.Weight);
        var composite = new double[count];
        foreach (var (_, weight, wild) in verdicts)
        {
            for (var i = 0; wild is not null && total > 0 && i < count; i++)
                composite[i] += wild[i] ? weight / total : 0;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(composite);
    }
}
