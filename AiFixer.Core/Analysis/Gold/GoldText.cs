using System.Globalization;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Gold;

/// <summary>How a service did, in a line that every language reads.</summary>
public static class GoldText
{
    public static string Of(GoldSignals gold) => string.Join(", ", Parts(gold));

    private static IEnumerable<string> Parts(GoldSignals gold)
    {
        if (gold.RequestsPerSecond is { } requests)
            yield return Say($"{requests:0.##} req/s{Arrow(gold.Trend)}");
        if (gold.ErrorPercent is { } errors)
            yield return Say($"{errors:0.##} % errors");
        if (gold.P99Milliseconds is { } p99)
            yield return Say($"P99 {p99:0.#} ms");
    }

    private static string Arrow(string? trend) => trend switch
    {
        "rising" => " ↗",
        "falling" => " ↘",
        "steady" => " →",
        _ => "",
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
