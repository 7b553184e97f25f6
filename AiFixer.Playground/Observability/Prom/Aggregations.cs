namespace AiFixer.Playground.Observability.Prom;

/// <summary>Many series into few.</summary>
internal static class Aggregations
{
    public static PromValue.Vector Of(Node.Aggregate aggregate, IReadOnlyList<(LabelSet Labels, double Value)> items) => new(
    [
        .. items
            .GroupBy(i => aggregate.Without ? i.Labels.Without([.. aggregate.Labels, LabelSet.NameLabel]) : i.Labels.Only(aggregate.Labels))
            .Select(g => (g.Key, Of(aggregate.Operation, [.. g.Select(i => i.Value)]))),
    ]);

    private static double Of(string operation, double[] values) => operation switch
    {
        "sum" => values.Sum(),
        "avg" => values.Average(),
        "count" => values.Length,
        // A value that is no number gives way to any that is one.
        "min" => values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Min(),
        _ => values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Max(),
    };
}
