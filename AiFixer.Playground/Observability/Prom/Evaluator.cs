namespace AiFixer.Playground.Observability.Prom;

/// <summary>What a query comes to at a moment.</summary>
internal sealed class Evaluator(IReadOnlyList<MetricSeries> metrics)
{
    /// <summary>So long a series is taken to keep the value it had last.</summary>
    private static readonly TimeSpan Lookback = TimeSpan.FromMinutes(5);

    public PromValue At(Node node, long at) => node switch
    {
        Node.Number number => new PromValue.Scalar(number.Value),
        Node.Selector { Range: { } range } selector => Matrix(selector, range, at),
        Node.Selector selector => Vector(selector, at),
        Node.Call call => Functions.Call(call.Function, [.. call.Arguments.Select(a => At(a, at))]),
        Node.Aggregate aggregate => Aggregations.Of(aggregate, Items(At(aggregate.Of, at))),
        Node.Binary binary => Operators.Apply(binary, At(binary.Left, at), At(binary.Right, at)),
        Node.Negation negation => Negate(At(negation.Of, at)),
        _ => throw new InvalidOperationException($"there is no {node}"),
    };

    private PromValue.Vector Vector(Node.Selector selector, long at)
    {
        var until = at - Milliseconds(selector.Offset);
        var items = new List<(LabelSet, double)>();
        foreach (var series in Select(selector.Matchers))
        {
            var newest = LastUntil(series.Samples, until);
            if (newest >= 0 && series.Samples[newest].At > until - Milliseconds(Lookback))
                items.Add((series.Labels, series.Samples[newest].Value));
        }

        return new(items);
    }

    private PromValue.Matrix Matrix(Node.Selector selector, TimeSpan range, long at)
    {
        var end = at - Milliseconds(selector.Offset);
        var start = end - Milliseconds(range);
        return new(
            [
                .. Select(selector.Matchers)
                    .Select(s => s with { Samples = [.. s.Samples.Where(x => x.At >= start && x.At <= end)] })
                    .Where(s => s.Samples.Count > 0),
            ],
            start, end);
    }

    private IEnumerable<MetricSeries> Select(IReadOnlyList<Matcher> matchers) =>
        metrics.Where(s => matchers.All(m => m.Fits(s.Labels[m.Label])));

    private static int LastUntil(IReadOnlyList<MetricSample> samples, long until)
    {
        var (low, high) = (0, samples.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = samples[middle].At <= until ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static PromValue Negate(PromValue value) => value switch
    {
        PromValue.Scalar scalar => new PromValue.Scalar(-scalar.Value),
        _ => new PromValue.Vector([.. Items(value).Select(i => (i.Labels.WithoutName(), -i.Value))]),
    };

    private static IReadOnlyList<(LabelSet Labels, double Value)> Items(PromValue value) => value is PromValue.Vector vector
        ? vector.Items
        : throw PromException.BadData("1:1: parse error: expected type instant vector in aggregation or unary expression");

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
