using AiFixer.Bench.Servers;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Bench.Storms;

/// <summary>What the journal says of the investigations of a storm.</summary>
/// <param name="Looks">Those that were investigated.</param>
/// <param name="Stored">How many incidents there are.</param>
internal sealed record Investigated(IReadOnlyList<Look> Looks, long Stored)
{
    /// <summary>A place that is free is given to somebody before the next alert is written down.</summary>
    private static readonly TimeSpan JustBefore = TimeSpan.FromSeconds(1);

    /// <summary>Critical ones that waited while another, which is not, was begun.</summary>
    public int Overtaken
    {
        get
        {
            var others = Looks.Where(look => !look.IsCritical).Select(look => look.Begun).Order().ToList();
            return Looks.Count(look => look.IsCritical && others.Exists(begun => begun > look.Alert + JustBefore && begun < look.Begun));
        }
    }

    /// <summary>How long they waited from the alert to the end of the first look, in milliseconds.</summary>
    public IReadOnlyList<double> Waits(Func<Look, bool> which) => [.. Looks.Where(which).Select(look => look.Wait).OfType<double>()];

    public static async Task<Investigated> ReadAsync(BenchDatabase database)
    {
        var options = new StorageOptions { Provider = database.Name, ConnectionString = database.ConnectionString, DataFolder = database.Folder };
        await using var store = await JournalStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, default);
        var looks = new List<Look>();
        var filter = new IncidentFilter(Limit: 200);
        do
        {
            var page = await store.Queries.ListAsync(filter, default);
            foreach (var item in page.Items)
            {
                if (Of(item.Row, [.. (await store.Journal.EntriesAsync(item.Id, default)).Select(entry => IncidentJson.ReadEntry(entry.Entry))]) is { } look)
                    looks.Add(look);
            }

            filter = filter with { Before = page.Next };
        }
        while (filter.Before is not null);
        return new(looks, (await store.Queries.CountAsync(default)).Values.Sum());
    }

    /// <summary>In milliseconds; not a number when nobody was looked at.</summary>
    public static double Percentile(IReadOnlyList<double> of, double percentile)
    {
        var sorted = of.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(percentile / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    private static Look? Of(IncidentRow row, IReadOnlyList<JournalEntry> entries) =>
        entries.FirstOrDefault(entry => entry.Events.Any(happened => happened is DiagnosisStarted)) is { } begun
            ? new(
                row.Severity == Severity.P0,
                row.Source.EndsWith($"/{StormBody.QuietNamespace}", StringComparison.Ordinal),
                entries[0].At,
                begun.At,
                entries.FirstOrDefault(entry => entry.Events.Any(happened => happened is Diagnosed or TaskRetried or Escalated))?.At)
            : null;
}
