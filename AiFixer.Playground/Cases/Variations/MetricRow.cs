namespace AiFixer.Playground.Cases.Variations;

/// <summary>A line of <c>metrics.csv</c>.</summary>
internal sealed record MetricRow(string Time, string Metric, string Labels, string Value)
{
    public const string File = "metrics.csv";

    public string Series => $"{Metric},{Labels}";

    public static MetricRow Parse(string line) => line.Split(',') is [var time, var metric, var labels, var value]
        ? new(time, metric, labels, value)
        : throw new FormatException($"'{line}' is no line of {File}");

    public override string ToString() => $"{Time},{Metric},{Labels},{Value}";

    /// <summary>The same case with other rows.</summary>
    public static CaseContents Changed(CaseContents contents, Func<IReadOnlyList<MetricRow>, IEnumerable<MetricRow>> change) =>
        contents.WithLines(File, lines => [lines[0], .. change([.. lines.Skip(1).Select(Parse)]).Select(row => row.ToString())]);
}
