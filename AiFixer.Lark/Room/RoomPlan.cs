using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Room;

/// <summary>What should be there of an incident in a place, with all that it takes to draw it.</summary>
internal sealed class RoomPlan(IJournalReader journal, FixBudget budget, RoomOptions options)
{
    public async Task<IReadOnlyList<RoomMessage>> OfAsync(
        Incident incident, string place, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        var past = IsBehind(incident, there)
            ? RoomHistory.Of((await journal.EntriesAsync(incident.Id, cancellationToken)).Select(entry => IncidentJson.ReadEntry(entry.Entry)))
            : RoomHistory.None;
        var facts = incident.Status == IncidentStatus.AwaitingProposalApproval ? await budget.ReadAsync(cancellationToken) : RoomFacts.None;
        return RoomView.Of(incident, past, facts, Scene(place));
    }

    public RoomScene Scene(string place) => new(Words.Of(options.LanguageOf(place)), options.Pages);

    /// <summary>Some card is about something that the state does not say any more.</summary>
    private static bool IsBehind(Incident incident, IReadOnlyList<PostedMessage> there) =>
        incident.DiagnosisRound > 1 || incident.ProposalRound > 1 || there.Any(message => message.Part == "escalation/0" && incident.DiagnosisRound > 0);
}
