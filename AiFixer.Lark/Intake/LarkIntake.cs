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

    /// <summary>A click that is older was held up somewhere: whoever made it has seen by now that nothing came of it.</summary>
    private static readonly TimeSpan ClicksLast = TimeSpan.FromMinutes(10);

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
        if (clicked.Click.At is { } at && time.GetUtcNow() - at > ClicksLast)
        {
            LarkInstruments.Refused(RefusalReason.Stale);
            return Answer(Late, clicked);
        }

        var started = time.GetTimestamp();
        var progress = new ClickProgress();
        // What was begun is not broken off when the platform stops listening: it may be on disk already.
        var answering = AnswerAsync(clicked.Click, progress, cancellationToken);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inTime = await Task.WhenAny(answering, Task.Delay(Patience, time, waiting.Token)) == answering;
        waiting.Cancel();
        LarkInstruments.Answered(time.GetElapsedTime(started), inTime);
        return Answer(inTime ? await answering : progress.Stage == ClickStage.Kept ? Kept : NotYet, clicked);
    }

    private static LarkResponse Answer(ClickAnswer answer, Arrival.Clicked clicked) => new(200, AnswerJson.Of(answer, clicked.IsOfOld), IsAnswer: true);

    private async Task<ClickAnswer> AnswerAsync(LarkClick click, ClickProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await events.ClickAsync(click, progress, cancellationToken);
        }
        catch (Exception e)
        {
            NotTaken(e, click.EventId);
            return progress.Stage switch
            {
                ClickStage.Kept => Kept,
                ClickStage.Begun => NotYet,
                _ => NotNow,
            };
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

    private static ClickAnswer Kept { get; } =
        new(ToastKind.Info, "Your click is kept, and it takes longer than usual: the card will show what came of it.", "您的点击已保存，处理比平时慢：结果将显示在卡片上。");

    private static ClickAnswer Late { get; } =
        new(ToastKind.Warning, "This click took too long to get here. Nothing was changed: please look at the card again.", "此次点击到达得太晚。没有任何改动：请重新查看卡片。");

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
