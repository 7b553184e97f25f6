using System.Globalization;

namespace AiFixer.Bench.Reporting;

/// <summary>Measurements for people.</summary>
internal static class Table
{
    public static string Head => Row("measurement", "database", "clients", "a request", "value", "unit", "ratio", "p50 ms", "p99 ms", "spread", "target");

    public static string Line(Measurement m) => Row(Cells(m));

    public static IReadOnlyList<string> Cells(Measurement m) =>
    [
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
        m.Target is null ? "" : $"{m.Target} {(m.TargetMet == true ? "met" : "MISSED")}",
    ];

    private static string Text(double? value) => value?.ToString(value >= 1000 ? "F0" : "0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Row(params IReadOnlyList<string> cells) =>
        $"{cells[0],-42} {cells[1],-9} {cells[2],7} {cells[3],9} {cells[4],9} {cells[5],-10} {cells[6],6} {cells[7],8} {cells[8],8} {cells[9],22} {cells[10]}".TrimEnd();
}
