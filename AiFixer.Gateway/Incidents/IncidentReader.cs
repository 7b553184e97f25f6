using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Core.Texts;
using AiFixer.Gateway.Texts;

namespace AiFixer.Gateway.Incidents;

/// <summary>Reads one incident for the API and the page alike.</summary>
internal sealed class IncidentReader(IJournalReader journal, IIncidentQueries queries)
{
    /// <summary>In the words of the API, which is English.</summary>
    public Task<IncidentDetails?> ReadAsync(string id, CancellationToken cancellationToken) => ReadAsync(id, GatewayWords.English, cancellationToken);

    public async Task<IncidentDetails?> ReadAsync(string id, TextBook words, CancellationToken cancellationToken)
    {
        if (!IncidentId.TryParse(id, out var incident) || await journal.LoadAsync(incident, cancellationToken) is not { } stored)
            return null;
        var entries = await journal.EntriesAsync(incident, cancellationToken);
        var state = StoredState.Read(stored, entries);
        return new(
            state.Id.Value,
            stored.Version,
            state.Status,
            state.Phase,
            state.Severity,
            state.Alert,
            state.Class,
            state.OpenedAt,
            state.UpdatedAt,
            state.ClearedAt,
            stored.Repeats,
            stored.LastSeen,
            state.Diagnosis,
            state.ProposalSummary,
            state.Policy,
            state.Actions,
            state.Cards,
            state.Cards.FindLast(card => card.Outcome == CardOutcome.Open)?.Id,
            state.RefusedGrants,
            state.Shadows,
            state.Verification,
            state.Escalation,
            state.Closing,
            await IncidentGroup.ReadAsync(queries, state, stored, cancellationToken),
            HeldBackUntil.Of(state),
            [.. entries.SelectMany(entry => Timeline.Of(entry, words))],
            state.Playbook,
            state.Heals,
            state.Parked);
    }
}
