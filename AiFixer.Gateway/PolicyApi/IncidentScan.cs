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
    private const int MostLines = 5000;
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

    /// <summary>Those with their whole state that want attention first, and how many more there are.</summary>
    public async Task<(IReadOnlyList<(IncidentListItem Item, Incident State)> First, int More)> DueFirstAsync(
        IncidentFilter filter, int most, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(filter, cancellationToken);
        var first = new List<(IncidentListItem, Incident)>();
        foreach (var item in lines.OrderBy(line => line.Row.Due ?? DateTimeOffset.MaxValue).Take(most))
        {
            if (await StateAsync(item.Id, cancellationToken) is { } state)
                first.Add((item, state));
        }

        return (first, Math.Max(0, lines.Count - most));
    }

    private async Task<List<IncidentListItem>> LinesAsync(IncidentFilter filter, CancellationToken cancellationToken)
    {
        var lines = new List<IncidentListItem>();
        while (lines.Count < MostLines)
        {
            var page = await queries.ListAsync(filter with { Limit = Page, WithFollowers = true }, cancellationToken);
            lines.AddRange(page.Items);
            if (page.Next is not { } next)
                break;
            filter = filter with { Before = next };
        }

        return lines;
    }

    private async Task<Incident?> StateAsync(IncidentId id, CancellationToken cancellationToken) =>
        await journal.LoadAsync(id, cancellationToken) is { } stored
            ? await StoredState.ReadAsync(journal, stored, cancellationToken)
            : null;
}
