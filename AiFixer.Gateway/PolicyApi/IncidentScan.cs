using System.Runtime.CompilerServices;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>Walks incidents, newest first, with their whole state; so many at most, so that no page is slow.</summary>
internal sealed class IncidentScan(IIncidentQueries queries, IJournalReader journal)
{
    public const int Most = 200;
    private const int Page = 50;

    public async IAsyncEnumerable<(IncidentListItem Item, Incident State)> ReadAsync(
        IncidentFilter filter, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var seen = 0; seen < most;)
        {
            var page = await queries.ListAsync(filter with { Limit = Math.Min(Page, most - seen), WithFollowers = true }, cancellationToken);
            foreach (var item in page.Items)
            {
                if (await StateAsync(item.Id, cancellationToken) is { } state)
                    yield return (item, state);
            }

            seen += page.Items.Count;
            if (page.Next is not { } next)
                yield break;
            filter = filter with { Before = next };
        }
    }

    private async Task<Incident?> StateAsync(IncidentId id, CancellationToken cancellationToken) =>
        await journal.LoadAsync(id, cancellationToken) is { } stored
            ? await StoredState.ReadAsync(journal, stored, cancellationToken)
            : null;
}
