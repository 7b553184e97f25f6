using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;
using AiFixer.Lark.Talk.Commands;

namespace AiFixer.Lark.Talk;

/// <summary>
/// Tells the incident what was clicked, once. A question says itself whether it is still asked; whether an incident is still
/// in a person's hands as this card says is looked up, and the version it is told at is written down before.
/// </summary>
internal sealed class ClickDecision(IIncidentHost host, IncidentTalk talk)
{
    /// <param name="taken">When it was taken in: an incident that came into a person's hands after that is not meant.</param>
    public async Task<TellReceipt> TellAsync(ReceivedMessage received, ClickAbout about, DateTimeOffset taken, CancellationToken cancellationToken)
    {
        var (value, input) = (about.Value, about.Input());
        if (value.Kind is ClickKind.Approve or ClickKind.Reject)
            return await host.TellAsync(value.Incident, input, cancellationToken);
        var isOver = false;
        var receipt = await talk.TellAsync(
            received,
            value.Incident,
            incident =>
            {
                isOver = incident.Closing is not null;
                return IsAsked(incident, value.Part, taken) ? input : null;
            },
            cancellationToken);
        return receipt ?? new TellReceipt.Refused(new(isOver ? RefusalCode.Closed : RefusalCode.Outdated, "It is no longer in a person's hands."));
    }

    private static bool IsAsked(Incident incident, string part, DateTimeOffset taken) =>
        incident.Status == IncidentStatus.Escalated && part == RoomView.EscalationPart(incident) && !(incident.Escalation?.At > taken);
}
