using System.Collections.Concurrent;
using AiFixer.Lark.Events;

namespace AiFixer.Tests.Lark.Support;

/// <summary>Keeps what arrived, and answers as the test says.</summary>
internal sealed class TakenEvents : ILarkEvents
{
    public ConcurrentQueue<LarkMessage> Messages { get; } = [];

    public ConcurrentQueue<LarkClick> Clicks { get; } = [];

    public Func<LarkMessage, CancellationToken, Task> OnMessage { get; set; } = (_, _) => Task.CompletedTask;

    public Func<LarkClick, CancellationToken, Task<ClickAnswer>> OnClick { get; set; } =
        (_, _) => Task.FromResult(new ClickAnswer(ToastKind.Success, "Approved", "已批准"));

    /// <summary>How far a click is when it is worked on.</summary>
    public ClickStage Stage { get; set; }

    public Task MessageAsync(LarkMessage message, CancellationToken cancellationToken)
    {
        Messages.Enqueue(message);
        return OnMessage(message, cancellationToken);
    }

    public Task<ClickAnswer> ClickAsync(LarkClick click, ClickProgress progress, CancellationToken cancellationToken)
    {
        Clicks.Enqueue(click);
        if (Stage >= ClickStage.Begun)
            progress.Begun();
        if (Stage == ClickStage.Kept)
            progress.Kept();
        return OnClick(click, cancellationToken);
    }
}
