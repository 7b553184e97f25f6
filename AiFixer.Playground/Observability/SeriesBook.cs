namespace AiFixer.Playground.Observability;

/// <summary>Samples by series, bounded; counters are kept here, and begin anew when what they count does.</summary>
internal sealed class SeriesBook
{
    private const int Kept = 480;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private readonly Dictionary<LabelSet, List<MetricSample>> series = [];
    private readonly Dictionary<LabelSet, (DateTimeOffset Since, double Value)> counters = [];
    private DateTimeOffset now;
    private TimeSpan passed;

    /// <summary>The next samples are taken now, so long after the ones before.</summary>
    public void At(DateTimeOffset moment, TimeSpan since)
    {
        (now, passed) = (moment, since);
        var oldest = (moment - Longest).ToUnixTimeMilliseconds();
        foreach (var (labels, _) in series.Where(s => s.Value[^1].At < oldest).ToList())
        {
            series.Remove(labels);
            counters.Remove(labels);
        }
    }

    public void Gauge(string name, double value, params (string Name, string Value)[] labels) => Add(Labels(name, labels), value);

    /// <summary>Something that goes on at a rate, counted since it began.</summary>
    public void Counter(string name, double perSecond, DateTimeOffset since, params (string Name, string Value)[] labels)
    {
        var key = Labels(name, labels);
        var (began, value) = counters.TryGetValue(key, out var known) && known.Since == since ? known : (since, 0);
        var span = now - since < passed ? now - since : passed;
        value += perSecond * Math.Max(0, span.TotalSeconds);
        counters[key] = (began, value);
        Add(key, value);
    }

    public IReadOnlyList<MetricSeries> Snapshot() => [.. series.Select(s => new MetricSeries(s.Key, [.. s.Value]))];

    private void Add(LabelSet labels, double value)
    {
        if (!series.TryGetValue(labels, out var samples))
            series[labels] = samples = [];
        if (samples.Count == Kept)
            samples.RemoveAt(0);
        samples.Add(new(now.ToUnixTimeMilliseconds(), value));
    }

    private static LabelSet Labels(string name, (string Name, string Value)[] labels) =>
        new(labels.Select(l => KeyValuePair.Create(l.Name, l.Value)).Append(new(LabelSet.NameLabel, name)));
}
