using System.Text.Json.Nodes;
using AiFixer.Lark.Events;
using AiFixer.Lark.Wire;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Intake;

/// <summary>Hands what arrived to whoever acts on it, and answers in time whatever becomes of that.</summary>
internal sealed partial class LarkIntake(ILarkEvents events, TimeProvider time, ILogger<LarkIntake> logger)
{
    /// <summary>The platform waits three seconds, on its side of the network.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly RefusalLog refusals = new(time);

    public async Task<LarkResponse> TakeAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        switch (arrival)
        {
            case Arrival.Challenge challenge:
                return new(200, new() { ["challenge"] = challenge.Text });
            case Arrival.Written written:
                LarkInstruments.Took("message");
                return await MessageAsync(written.Message, cancellationToken);
            case Arrival.Clicked clicked:
                LarkInstruments.Took("click");
                return await ClickAsync(clicked, cancellationToken);
            case Arrival.Other other:
                LarkInstruments.Took("other");
                Ignored(other.Type);
                return LarkResponse.Taken;
            default:
                return Refuse((Arrival.Refused)arrival);
        }
    }

    private async Task<LarkResponse> MessageAsync(LarkMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await events.MessageAsync(message, cancellationToken);
            return LarkResponse.Taken;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            NotTaken(e, message.Id);
            return LarkResponse.Said(500, "it could not be taken");
        }
    }

    private async Task<LarkResponse> ClickAsync(Arrival.Clicked clicked, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        // What was begun is not broken off when the platform stops listening: it may be on disk already.
        var answering = AnswerAsync(clicked.Click, cancellationToken);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inTime = await Task.WhenAny(answering, Task.Delay(Patience, time, waiting.Token)) == answering;
        await waiting.CancelAsync();
        LarkInstruments.Answered(time.GetElapsedTime(started), inTime);
        return new(200, AnswerJson.Of(inTime ? await answering : NotYet, clicked.IsOfOld), IsAnswer: true);
    }

    private async Task<ClickAnswer> AnswerAsync(LarkClick click, CancellationToken cancellationToken)
    {
        try
        {
            return await events.ClickAsync(click, cancellationToken);
        }
        catch (Exception e)
        {
            NotTaken(e, click.EventId);
            return NotNow;
        }
    }

    private LarkResponse Refuse(Arrival.Refused refused)
    {
        LarkInstruments.Refused(refused.Reason);
        if (refusals.IsDue(refused.Reason))
            Distrusted(refused.Reason, refused.Message);
        return LarkResponse.Said(
            refused.Reason switch
            {
                RefusalReason.Malformed => 400,
                RefusalReason.NotConfigured => 503,
                RefusalReason.OtherApp => 403,
                _ => 401,
            },
            refused.Message);
    }

    private static ClickAnswer NotYet { get; } =
        new(ToastKind.Warning, "It is not known yet whether this counts: look at the card, and click again if it still asks.", "尚不确定此次点击是否生效：请查看卡片，若仍在询问请再点一次。");

    private static ClickAnswer NotNow { get; } =
        new(ToastKind.Error, "Not done: AiFixer has trouble of its own. Try again in a moment.", "未执行：AiFixer 出现故障，请稍后重试。");

    [LoggerMessage(LogLevel.Debug, "An event of type {Type} came that nothing is done about")]
    private partial void Ignored(string type);

    [LoggerMessage(LogLevel.Error, "What came from Lark as {Id} could not be taken")]
    private partial void NotTaken(Exception exception, string id);

    [LoggerMessage(LogLevel.Warning, "Something that came as if from Lark was refused ({Reason}): {Message}. Others like it are counted, and said once a minute")]
    private partial void Distrusted(RefusalReason reason, string message);
}
