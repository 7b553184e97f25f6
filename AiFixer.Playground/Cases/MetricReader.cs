using System.Globalization;
using AiFixer.Playground.Observability;

namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>metrics.csv</c>: <c>ts,metric,labels,value</c>, with labels as <c>k=v;k=v</c>.</summary>
internal static class MetricReader
{
    private const string Header = "ts,metric,labels,value";

    public static IReadOnlyList<MetricSeries> Read(CaseFile file)
    {
        var series = new Dictionary<LabelSet, SortedDictionary<long, double>>();
        var lines = file.Lines().ToList();
        if (lines is not [{ Number: 1, Text: Header }, ..])
            throw file.Wrong(1, $"must begin with {Header}");
        foreach (var (number, text) in lines.Skip(1))
        {
            var parts = text.Split(',');
            if (parts.Length != 4)
                throw file.Wrong(number, $"must have 4 parts, not {parts.Length}");
            var labels = Labels(file, number, parts[1], parts[2]);
            if (!series.TryGetValue(labels, out var samples))
                series[labels] = samples = [];
            if (!samples.TryAdd(file.Moment(parts[0], number, "ts").ToUnixTimeMilliseconds(), Value(file, number, parts[3])))
                throw file.Wrong(number, $"{labels} has two values at {parts[0]}");
        }

        return [.. series.Select(s => new MetricSeries(s.Key, [.. s.Value.Select(v => new MetricSample(v.Key, v.Value))]))];
    }

    private static LabelSet Labels(CaseFile file, int number, string metric, string text)
    {
        if (metric.Length == 0)
            throw file.Wrong(number, "metric must be a name");
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { [LabelSet.NameLabel] = metric };
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
                throw file.Wrong(number, $"a label is written name=value, not '{pair}'");
            if (!labels.TryAdd(pair[..at], pair[(at + 1)..]))
                throw file.Wrong(number, $"the label '{pair[..at]}' is there twice");
        }

        return new(labels);
    }

    private static double Value(CaseFile file, int number, string text) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw file.Wrong(number, $"value must be a number, not '{text}'"),
    };
}
