namespace AiFixer.Playground.Observability.Prom;

/// <summary>The functions that this world knows.</summary>
internal static class Functions
{
    private const string Quantile = "histogram_quantile";

    private static readonly Dictionary<string, Func<MetricSeries, long, long, double?>> OverTime = new(StringComparer.Ordinal)
    {
        ["rate"] = (s, start, end) => Rates.Extrapolated(s.Samples, start, end, isCounter: true) / ((end - start) / 1000.0),
        ["increase"] = (s, start, end) => Rates.Extrapolated(s.Samples, start, end, isCounter: true),
        ["delta"] = (s, start, end) => Rates.Extrapolated(s.Samples, start, end, isCounter: false),
        ["irate"] = (s, _, _) => Rates.Instant(s.Samples),
        ["avg_over_time"] = (s, _, _) => s.Samples.Average(x => x.Value),
        ["min_over_time"] = (s, _, _) => s.Samples.Min(x => x.Value),
        ["max_over_time"] = (s, _, _) => s.Samples.Max(x => x.Value),
        ["sum_over_time"] = (s, _, _) => s.Samples.Sum(x => x.Value),
        ["count_over_time"] = (s, _, _) => s.Samples.Count,
        ["last_over_time"] = (s, _, _) => s.Samples[^1].Value,
    };

    public static IReadOnlySet<string> Known { get; } = OverTime.Keys.Append(Quantile).ToHashSet(StringComparer.Ordinal);

    public static void Check(Token name, IReadOnlyList<Node> arguments)
    {
        var expected = name.Text == Quantile ? 2 : 1;
        if (arguments.Count != expected)
            throw PromException.BadData($"1:{name.At}: parse error: expected {expected} argument(s) in call to \"{name.Text}\", got {arguments.Count}");
        var isRange = arguments[^1] is Node.Selector { Range: not null };
        if (name.Text != Quantile && !isRange)
            throw PromException.BadData($"1:{name.At}: parse error: expected type range vector in call to function \"{name.Text}\", got instant vector");
        if (name.Text == Quantile && isRange)
            throw PromException.BadData($"1:{name.At}: parse error: expected type instant vector in call to function \"{name.Text}\", got range vector");
    }

    public static PromValue Call(string name, IReadOnlyList<PromValue> arguments) => name == Quantile
        ? Buckets.Quantile(arguments)
        : Range(name, (PromValue.Matrix)arguments[0]);

    private static PromValue.Vector Range(string name, PromValue.Matrix matrix)
    {
        var keepsName = name == "last_over_time";
        return new(
        [
            .. matrix.Series
                .Select(s => (Labels: keepsName ? s.Labels : s.Labels.WithoutName(), Value: OverTime[name](s, matrix.Start, matrix.End)))
                .Where(r => r.Value is not null)
                .Select(r => (r.Labels, r.Value!.Value)),
        ]);
    }
}
