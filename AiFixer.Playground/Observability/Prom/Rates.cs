namespace AiFixer.Playground.Observability.Prom;

/// <summary>How fast samples change, with counters that start over, reckoned to the edges of the range as Prometheus does.</summary>
internal static class Rates
{
    private const double NearEdge = 1.1;

    public static double? Instant(IReadOnlyList<MetricSample> samples)
    {
        if (samples is not [.., var before, var last] || last.At == before.At)
            return null;
        var change = last.Value < before.Value ? last.Value : last.Value - before.Value;
        return change / ((last.At - before.At) / 1000.0);
    }

    public static double? Extrapolated(IReadOnlyList<MetricSample> samples, long start, long end, bool isCounter)
    {
        if (samples.Count < 2)
            return null;
        var change = samples[^1].Value - samples[0].Value;
        if (isCounter)
            change += Enumerable.Range(1, samples.Count - 1).Where(i => samples[i].Value < samples[i - 1].Value).Sum(i => samples[i - 1].Value);
        var sampled = (samples[^1].At - samples[0].At) / 1000.0;
        var between = sampled / (samples.Count - 1);
        var toStart = (samples[0].At - start) / 1000.0;
        var toEnd = (end - samples[^1].At) / 1000.0;
        // A counter was zero at some time, and never less.
        if (isCounter && change > 0 && samples[0].Value >= 0)
            toStart = Math.Min(toStart, sampled * (samples[0].Value / change));
        var covered = sampled + Edge(toStart, between) + Edge(toEnd, between);
        return change * (covered / sampled);
    }

    /// <summary>Near an edge the series is taken to reach it; else to begin or end half a sample away.</summary>
    private static double Edge(double distance, double between) => distance < between * NearEdge ? distance : between / 2;
}
