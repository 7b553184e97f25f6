using AiFixer.Bench.Servers;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Bench.Storms;

/// <summary>What the journal says of the investigations of a storm.</summary>
/// <param name="Critical">How long each critical one waited from its alert to the end of the first look for its cause, in milliseconds.</param>
/// <param name="Others">The same of all others that had one.</param>
/// <param name="Started">How many were investigated.</param>
/// <param name="Stored">How many incidents there are.</param>
internal sealed record Investigated(IReadOnlyList<double> Critical, IReadOnlyList<double> Others, int Started, long Stored)
{
    public static async Task<Investigated> ReadAsync(BenchDatabase database)
    {
        var options = new StorageOptions { Provider = database.Name, ConnectionString = database.ConnectionString, DataFolder = database.Folder };
        await using var store = await JournalStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, default);
        var (critical, others, started) = (new List<double>(), new List<double>(), 0);
        var filter = new IncidentFilter(Limit: 200);
        do
        {
            var page = await store.Queries.ListAsync(filter, default);
            foreach (var item in page.Items)
            {
                var entries = (await store.Journal.EntriesAsync(item.Id, default)).Select(entry => IncidentJson.ReadEntry(entry.Entry)).ToList();
                if (!entries.SelectMany(entry => entry.Events).Any(happened => happened is DiagnosisStarted))
                    continue;
                started++;
                if (entries.Find(entry => entry.Events.Any(happened => happened is Diagnosed or TaskRetried or Escalated)) is { } looked)
                    (item.Row.Severity == Severity.P0 ? critical : others).Add((looked.At - entries[0].At).TotalMilliseconds);
            }

            filter = filter with { Before = page.Next };
        }
        while (filter.Before is not null);
        return new(critical, others, started, (await store.Queries.CountAsync(default)).Values.Sum());
    }

    /// <summary>In milliseconds; not a number when nobody was looked at.</summary>
    public static double Percentile(IReadOnlyList<double> of, double percentile)
    {
        var sorted = of.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(percentile / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
