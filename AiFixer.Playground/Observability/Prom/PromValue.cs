namespace AiFixer.Playground.Observability.Prom;

/// <summary>What a part of a query comes to at a moment.</summary>
internal abstract record PromValue
{
    private PromValue()
    {
    }

    public sealed record Scalar(double Value) : PromValue;

    public sealed record Vector(IReadOnlyList<(LabelSet Labels, double Value)> Items) : PromValue;

    /// <param name="Start">Where the range of every series begins, in milliseconds.</param>
    /// <param name="End">Where it ends.</param>
    public sealed record Matrix(IReadOnlyList<MetricSeries> Series, long Start, long End) : PromValue;
}
