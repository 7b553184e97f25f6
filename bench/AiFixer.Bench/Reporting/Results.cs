using AiFixer.Bench.Load;
using AiFixer.Bench.Plots;

namespace AiFixer.Bench.Reporting;

/// <summary>Collects samples and makes measurements of them when the yardstick is known.</summary>
internal sealed class Results(TextWriter progress)
{
    public const string Yardstick = "yardstick";
    private const string Rate = "alerts/s";
    private readonly List<Sample> _samples = [];
    private readonly List<Plot> _plots = [];

    public void Add(Sample sample)
    {
        _samples.Add(sample);
        progress.WriteLine(Table.Line(Of([sample])));
    }

    public void Draw(Plot plot) => _plots.Add(plot);

    public IReadOnlyList<Plot> Plots => _plots;

    public void Say(string text) => progress.WriteLine(text);

    public IReadOnlyList<Measurement> All() => [.. _samples.GroupBy(sample => sample.Key).Select(runs => Of([.. runs]))];

    private Measurement Of(IReadOnlyList<Sample> runs)
    {
        var first = runs[0];
        var value = Median(runs, run => run.Value)!.Value;
        var ratio = first.Unit == Rate || first.Name == Yardstick ? Ratio(value) : null;
        var p99 = Median(runs, run => run.P99);
        return new()
        {
            Name = first.Name,
            Database = first.Database,
            Clients = first.Clients,
            AlertsPerRequest = first.AlertsPerRequest,
            Value = Math.Round(value, 1),
            Unit = first.Unit,
            RatioToYardstick = ratio is { } known ? Math.Round(known, 3) : null,
            Least = Math.Round(runs.Min(run => run.Value), 1),
            Most = Math.Round(runs.Max(run => run.Value), 1),
            Runs = runs.Count,
            P50Ms = Rounded(Median(runs, run => run.P50)),
            P99Ms = Rounded(p99),
            P999Ms = Rounded(Median(runs, run => run.P999)),
            Seconds = Rounded(runs.Sum(run => run.Seconds)),
            Target = first.Goal?.Text,
            TargetMet = first.Goal?.IsMet(value, ratio, p99),
        };
    }

    private double? Ratio(double value) =>
        Percentiles.Median(_samples.Where(sample => sample.Name == Yardstick).Select(sample => sample.Value)) is > 0 and var rate ? value / rate : null;

    private static double? Median(IReadOnlyList<Sample> runs, Func<Sample, double?> value) =>
        runs.Select(value).OfType<double>().ToList() is { Count: > 0 } values ? Percentiles.Median(values) : null;

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 2) : null;
}
