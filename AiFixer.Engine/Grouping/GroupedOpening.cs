using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Grouping;

/// <summary>Opens an incident that leads its group, or follows the one that does.</summary>
internal sealed class GroupedOpening(
    IJournal journal, IncidentWriter writer, IncidentRunner runner, LeaderTelling telling, GroupHints hints, WorkflowRules rules)
{
    private readonly KeyTurns turns = new();

    /// <returns>A claim is only lost when it is that of the fingerprint or the delivery.</returns>
    public async Task<WriteResult> OpenAsync(IncidentId id, IncomingAlert incoming, CancellationToken cancellationToken)
    {
        var keys = GroupKeys.Of(incoming.Alert, rules.Grouping);
        if (keys.Count == 0)
            return await writer.OpenAsync(id, incoming, cancellationToken);
        if (hints.Find(keys) is { } known)
            return await FollowAsync(id, incoming, known, cancellationToken);
        return turns.TryEnter(keys, out var other)
            ? await InTurnAsync(id, incoming, keys, cancellationToken)
            : await AfterAsync(other, id, incoming, keys, cancellationToken);
    }

    private async Task<WriteResult> InTurnAsync(IncidentId id, IncomingAlert incoming, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        try
        {
            return await LeadAsync(id, incoming, keys, cancellationToken);
        }
        finally
        {
            turns.Leave(keys);
        }
    }

    /// <summary>A repeat is found by reading: were all to try to lead, they would line up for the same claim.</summary>
    private async Task<WriteResult> AfterAsync(
        Task other, IncidentId id, IncomingAlert incoming, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await other.WaitAsync(cancellationToken);
        if (hints.Find(keys) is { } known)
            return await FollowAsync(id, incoming, known, cancellationToken);
        var open = ClaimKeys.Open(incoming.Alert.Fingerprint);
        return await journal.HolderAsync(open, cancellationToken) is { } holder
            ? new WriteResult.ClaimLost(open, holder, null)
            : await LeadAsync(id, incoming, keys, cancellationToken);
    }

    private async Task<WriteResult> LeadAsync(IncidentId id, IncomingAlert incoming, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var result = await writer.OpenAsync(id, incoming, cancellationToken);
        if (result is WriteResult.Written)
            hints.Put(keys, new(id), rules.Grouping.Window);
        if (result is not WriteResult.ClaimLost lost || !GroupKeys.IsOne(lost.Key))
            return result;
        if (!await IsOpenAsync(lost.Holder, cancellationToken))
            return await writer.OpenAloneAsync(id, incoming, cancellationToken);
        var leader = hints.Find([lost.Key]) is { } known && known.Id == lost.Holder ? known : new(lost.Holder);
        hints.Put([lost.Key], leader, lost.HeldFor ?? rules.Grouping.Window);
        return await FollowAsync(id, incoming, leader, cancellationToken);
    }

    private async Task<WriteResult> FollowAsync(IncidentId id, IncomingAlert incoming, LeaderHint leader, CancellationToken cancellationToken)
    {
        var result = await writer.OpenFollowingAsync(id, incoming, leader.Id, cancellationToken);
        if (result is WriteResult.Written)
            await telling.TellAsync(leader, incoming.Alert.Severity, cancellationToken);
        return result;
    }

    private async Task<bool> IsOpenAsync(IncidentId id, CancellationToken cancellationToken) =>
        await runner.FindAsync(id, cancellationToken) is { } held && held.State.Status.IsOpen();
}
