using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Prometheus;

/// <summary>
/// A counter only ever grows until its process restarts: its height says nothing, and two counters always seem to
/// correlate. So a query that only names one is shown as its rate.
/// </summary>
internal static class CounterView
{
    private static readonly string[] Parts = ["_bucket", "_count", "_sum"];

    public static async Task<ShownQuery> OfAsync(PromClient client, string query, TimeSpan window, CancellationToken cancellationToken)
    {
        if (BareSelector.Name(query) is not { } name)
            return new(query, null, null);
        var metric = await client.MetricAsync(name, cancellationToken);
        var unit = PromUnits.Of(name, metric);
        if (metric is { Type: "counter" or "histogram" or "summary" } || metric is null && await IsPartAsync(client, name, cancellationToken))
            return Rate(query, unit, window, $"{name} is a counter by its metadata");
        return new(query, unit, null);
    }

    /// <summary>The parts of a histogram or summary have no metadata of their own.</summary>
    private static async Task<bool> IsPartAsync(PromClient client, string name, CancellationToken cancellationToken)
    {
        foreach (var part in Parts.Where(p => name.EndsWith(p, StringComparison.Ordinal)))
        {
            if (await client.MetricAsync(name[..^part.Length], cancellationToken) is { Type: "histogram" or "summary" })
                return true;
        }

        return false;
    }

    private static ShownQuery Rate(string query, string? unit, TimeSpan window, string why) => new(
        $"rate({query.Trim()}[{Times.Text(window)}])",
        unit is null ? "per second" : $"{unit} per second",
        $"{why}: shown is its rate per second over {Times.Text(window)}");
}
