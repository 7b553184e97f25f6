namespace AiFixer.Plugins.Prometheus;

/// <summary>A metric's unit, from its metadata or, by Prometheus' naming rules, from its name.</summary>
internal static class PromUnits
{
    private static readonly (string Ending, string Unit)[] ByName =
    [
        ("_seconds", "seconds"), ("_milliseconds", "milliseconds"), ("_ms", "milliseconds"), ("_bytes", "bytes"), ("_gib", "gibibytes"),
        ("_ratio", "ratio (1 is all)"), ("_percent", "percent"), ("_pct", "percent"), ("_celsius", "degrees Celsius"), ("_meters", "meters"),
        ("_volts", "volts"), ("_amperes", "amperes"), ("_joules", "joules"), ("_cores", "cores"),
    ];

    private static readonly string[] Suffixes = ["_total", "_sum", "_bucket", "_count", "_created"];

    public static string? Of(string name, PromMetric? metric)
    {
        if (metric is { Unit.Length: > 0 })
            return metric.Unit;
        if (name.EndsWith("_count", StringComparison.Ordinal) || name.EndsWith("_bucket", StringComparison.Ordinal))
            return null;
        var stem = Suffixes.FirstOrDefault(s => name.EndsWith(s, StringComparison.Ordinal)) is { } suffix ? name[..^suffix.Length] : name;
        return ByName.FirstOrDefault(u => stem.EndsWith(u.Ending, StringComparison.OrdinalIgnoreCase)).Unit;
    }
}
