using System.Globalization;

namespace AiFixer.Bench.Reporting;

/// <summary>Measurements for people.</summary>
internal static class Table
{
    public static string Head => Row("measurement", "database", "clients", "a request", "value", "unit", "ratio", "p50 ms", "p99 ms", "spread", "target");

    public static string Line(Measurement m) => Row(
        m.Name,
        m.Database ?? "",
        Text(m.Clients),
        Text(m.AlertsPerRequest),
        Text(m.Value),
        m.Unit,
        Text(m.RatioToYardstick),
        Text(m.P50Ms),
        Text(m.P99Ms),
        m.Runs > 1 ? $"{Text(m.Least)}-{Text(m.Most)} ({Text(m.Runs)})" : "",
        m.Target is null ? "" : $"{m.Target} {(m.TargetMet == true ? "met" : "MISSED")}");

    private static string Text(double? value) => value?.ToString(value >= 1000 ? "F0" : "0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Row(string name, string database, string clients, string alerts, string value, string unit, string ratio, string p50, string p99, string spread, string target) =>
        $"{name,-34} {database,-9} {clients,7} {alerts,9} {value,9} {unit,-10} {ratio,6} {p50,8} {p99,8} {spread,22} {target}".TrimEnd();
}
