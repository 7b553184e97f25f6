using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Talk;

/// <summary>
/// Takes a click: it is in the inbox before the incident is told, under the id of its event. So however often it is delivered
/// it acts once, and when this process dies over it somebody else goes on.
/// </summary>
internal sealed partial class Clicking(
    IInbox inbox, ClickLook look, ClickDecision decision, ClickReply reply, RoomBell bell, string holder, TimeProvider time, ILogger<Clicking> logger)
{
    /// <summary>The platform waits three seconds; whoever did not finish long after that has died.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(30);

    public async Task<ClickAnswer> AnswerAsync(LarkClick click, ClickProgress progress, CancellationToken cancellationToken)
    {
        var (about, answer, why) = await look.ReadAsync(click, cancellationToken);
        if (about is null)
            return Decline(click, why, answer!);
        progress.Begun();
        var (id, body) = (RoomKeys.Click(click), ClickJson.Write(click with { At = time.GetUtcNow() }));
        if (await inbox.HoldAsync(RoomKeys.Channel, id, body, $"{holder}/{id}", Held, cancellationToken) is not { } received)
            return BothWords.Toast(ToastKind.Info, "click.taken");
        progress.Kept();
        // Whatever the incident says to it, the person hears it now: nobody goes on with it later.
        var said = await DecideAsync(received, about, time.GetUtcNow(), cancellationToken);
        await inbox.DoneAsync(RoomKeys.Channel, received, cancellationToken);
        return said.Answer;
    }

    /// <summary>Goes on with a click whose process died over it: nobody waits for the answer any more, the card tells.</summary>
    /// <returns>Why it has to be tried again; null when it is done.</returns>
    public async Task<string?> ResumeAsync(ReceivedMessage received, CancellationToken cancellationToken)
    {
        var click = ClickJson.Read(received.Body);
        var (about, answer, why) = await look.ReadAsync(click, cancellationToken);
        if (about is null)
        {
            Decline(click, why, answer!);
            return null;
        }

        return (await DecideAsync(received, about, click.At ?? time.GetUtcNow(), cancellationToken)).Again;
    }

    private async Task<(ClickAnswer Answer, string? Again)> DecideAsync(
        ReceivedMessage received, ClickAbout about, DateTimeOffset taken, CancellationToken cancellationToken)
    {
        var receipt = await decision.TellAsync(received, about, taken, cancellationToken);
        LarkInstruments.Clicked(receipt.GetType().Name.ToLowerInvariant());
        bell.Ring();
        return receipt switch
        {
            TellReceipt.Accepted accepted => (await reply.AcceptedAsync(about, accepted, cancellationToken), null),
            TellReceipt.Refused refused => (await RefusedAsync(about, refused.Refusal, cancellationToken), null),
            TellReceipt.NotFound => (Decline(about.Click, "unknown incident", BothWords.Toast(ToastKind.Error, "click.unknown")), null),
            _ => (BothWords.Toast(ToastKind.Warning, "click.busy"), "the incident could not be told"),
        };
    }

    private Task<ClickAnswer> RefusedAsync(ClickAbout about, Refusal refusal, CancellationToken cancellationToken)
    {
        Declined(about.Click.EventId, about.By.Id, about.Value.Kind, about.Value.Incident.Value, refusal.Code.ToString());
        LarkInstruments.Declined(refusal.Code.ToString());
        return reply.RefusedAsync(about, refusal, cancellationToken);
    }

    private ClickAnswer Decline(LarkClick click, string why, ClickAnswer answer)
    {
        Declined(click.EventId, click.By?.OpenId ?? "", null, click.MessageId, why);
        LarkInstruments.Declined(why);
        return answer;
    }

    [LoggerMessage(LogLevel.Warning, "The click {Event} of {Person} ({Kind} on {About}) changed nothing: {Reason}")]
    private partial void Declined(string @event, string person, ClickKind? kind, string about, string reason);
}
