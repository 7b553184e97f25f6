using System.Runtime.CompilerServices;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Grains.Wire;
using Orleans.Runtime;

namespace AiFixer.Grains.Clients;

/// <summary>The cluster as the gateway sees it: alerts and decisions become calls to grains.</summary>
internal sealed class ClusterHost(IGrainFactory grains, IIncidentQueries queries, TimeProvider time) : IIncidentHost
{
    private const int MostTries = 5;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken)
    {
        var letter = Letters.Write(alerts, WireJson.Default.IReadOnlyListIncomingAlert);
        var answer = await AskAsync(() => grains.GetGrain<IIntakeGrain>(0).ReportAsync(letter, cancellationToken));
        return Letters.Read(answer, WireJson.Default.IReadOnlyListReportReceipt);
    }

    public async Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken)
    {
        var letter = Letters.Write(input, WireJson.Default.PersonInput);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await AskAsync(() => grains.GetGrain<IIncidentGrain>(id.Value).TellAsync(letter, cancellationToken)) is { } answer)
                return Letters.Read(answer, WireJson.Default.TellReceipt);
        }

        return new TellReceipt.Busy($"{id} is being changed by others.");
    }

    /// <summary>Lists come from the projection, and so does what changed in them: nobody is asked incident by incident.</summary>
    public async IAsyncEnumerable<IncidentChange> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new Dictionary<IncidentId, long>();
        using var timer = new PeriodicTimer(BetweenLooks, time);
        for (var isFirst = true; !cancellationToken.IsCancellationRequested; isFirst = false)
        {
            foreach (var item in await RecentAsync(cancellationToken))
            {
                var isNew = !seen.TryGetValue(item.Id, out var version) || version != item.Version;
                seen[item.Id] = item.Version;
                if (isNew && !isFirst)
                    yield return new(item.Id, item.Version, item.Row.Status);
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<IncidentListItem>> RecentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await queries.ListAsync(new(Limit: 500), cancellationToken)).Items;
        }
        catch (JournalUnavailableException)
        {
            // A reader that watches sees nothing new until the store is back.
            return [];
        }
    }

    /// <summary>For the gateway a cluster that does not answer is what a store that does not answer is.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            throw new JournalUnavailableException($"The cluster does not answer: {e.Message}", e);
        }
    }
}
