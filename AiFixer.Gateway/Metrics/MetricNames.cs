using System.Globalization;
using System.Text;
using OpenTelemetry;

namespace AiFixer.Gateway.Metrics;

/// <summary>Names, labels and numbers of Prometheus' text format.</summary>
internal static class MetricNames
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["By"] = "bytes",
        ["%"] = "percent",
    };

    /// <summary>Ends that Prometheus keeps for the parts of histograms.</summary>
    private const string Count = "_count";

    public static string Of(string name, string unit, bool isCounter, bool isGauge)
    {
        var text = Plain(name);
        if (Units.GetValueOrDefault(unit) is { } suffix && !text.EndsWith($"_{suffix}", StringComparison.Ordinal))
            text += $"_{suffix}";
        if (isGauge && text.EndsWith(Count, StringComparison.Ordinal))
            text = $"{text[..^Count.Length]}_current";
        return isCounter && !text.EndsWith("_total", StringComparison.Ordinal) ? $"{text}_total" : text;
    }

    public static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
            labels[Plain(tag.Key)] = Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "");
        return string.Join(',', labels.Select(l => $"{l.Key}=\"{l.Value}\""));
    }

    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length + 1);
        foreach (var c in name)
            plain.Append(char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_');
        return plain.Length > 0 && char.IsAsciiDigit(plain[0]) ? $"_{plain}" : plain.ToString();
    }

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
