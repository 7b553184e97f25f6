using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Bench.Servers;

/// <summary>Incidents that wait for a click, newest first.</summary>
internal static class WaitingIds
{
    private const int PageSize = 500;

    public static async Task<IReadOnlyList<string>> ReadAsync(BenchDatabase database, int count)
    {
        var options = new StorageOptions { Provider = database.Name, ConnectionString = database.ConnectionString, DataFolder = database.Folder };
        await using var store = await JournalStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, default);
        var ids = new List<string>();
        IncidentPage? page = null;
        while (ids.Count < count && (page is null || page.Next is not null))
        {
            page = await store.Queries.ListAsync(new([IncidentStatus.AwaitingProposalApproval], Before: page?.Next, Limit: PageSize), default);
            ids.AddRange(page.Items.Select(item => item.Id.Value));
        }

        return ids;
    }
}
