using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>
/// Tells an incident something exactly once, however often whoever does it is interrupted: the version it is meant for is
/// written down first. When that version is gone, the entry that took its place says whether it was ours.
/// </summary>
internal sealed class IncidentTalk(IIncidentHost host, IJournalReader journal, IInbox inbox)
{
    private const int MostTries = 5;

    /// <param name="wish">What to tell the incident as it is; null when there is nothing to tell it.</param>
    /// <returns>Null when there was nothing to tell.</returns>
    public async Task<TellReceipt?> TellAsync(
        ReceivedMessage received, IncidentId id, Func<Incident, PersonInput?> wish, CancellationToken cancellationToken)
    {
        var told = ToldBefore.Read(received.Note);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await journal.LoadAsync(id, cancellationToken) is not { } stored)
                return new TellReceipt.NotFound();
            if (told is not null && stored.Version > told.Version && await WasAsync(told, id, cancellationToken))
                return new TellReceipt.Accepted(stored.Version, stored.Row.Status);
            if (wish(await StoredState.ReadAsync(journal, stored, cancellationToken)) is not { } input)
                return null;
            told = new(stored.Version, Causes.By(input), Causes.Name(input));
            if (!await inbox.NoteAsync(RoomKeys.Channel, received, told.ToString(), cancellationToken))
                return new TellReceipt.Busy("Another process took this over.");
            var receipt = await host.TellAsync(id, input with { Versions = [stored.Version] }, cancellationToken);
            if (receipt is not TellReceipt.Changed)
                return receipt;
        }

        return new TellReceipt.Busy($"{id} is being changed by others.");
    }

    private async Task<bool> WasAsync(ToldBefore told, IncidentId id, CancellationToken cancellationToken)
    {
        var entries = await journal.EntriesAsync(id, cancellationToken);
        return entries.FirstOrDefault(entry => entry.Version == told.Version + 1) is { } next && told.Is(IncidentJson.ReadEntry(next.Entry));
    }
}
