using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;
using AiFixer.Engine.Telemetry;
using AiFixer.Plugins;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Tasks;

/// <summary>
/// Reads the target again, writes that the call may leave, and has exactly what was approved sent; grant and lease are looked
/// at last of all, when the call has its place.
/// </summary>
internal sealed partial class RunActionHandler(
    IPluginHost plugins,
    IncidentRunner runner,
    ILeaseView lease,
    CallsOut callsOut,
    WorkflowRules rules,
    IPolicyFacts facts,
    TimeProvider time,
    ILogger<RunActionHandler> logger) : ITaskHandler
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    public TaskKind Kind => TaskKind.RunAction;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var action = state.Action(task.Subject!);
        var call = Calls.For(state, action, time.GetUtcNow());
        var preview = await plugins.PreviewAsync(action.Request.Plugin, call, cancellationToken);
        if (preview.Plan is not { } reading)
            return new TaskStep.Tell(NotPlanned(task, preview));
        if (await ChangedByOthersAsync(state, action, cancellationToken) is { } reason)
            return new TaskStep.Tell(new TaskInput.CannotSend(task.Id, reason));
        using var goingOut = callsOut.Enter(state.Id, task.Id);
        var begun = time.GetTimestamp();
        var ready = new TaskInput.ReadyToSend(task.Id, reading, lease.Id) { Facts = await facts.ReadAsync(cancellationToken), Span = IncidentSpan.CurrentId };
        var told = await runner.TellAsync(state.Id, ready, cancellationToken);
        return told switch
        {
            WriteResult.Written written => await SendAsync(written.Held, task, begun, cancellationToken),
            WriteResult.ClaimLost lost => new TaskStep.Tell(new TaskInput.ClaimDenied(task.Id, lost.Key, lost.Holder, Ahead(lost))),
            WriteResult.Busy => new TaskStep.Later(TimeSpan.FromSeconds(1)),
            WriteResult.Impossible impossible => new TaskStep.Tell(new TaskInput.Broke(task.Id, impossible.Reason, Retryable: false)),
            _ => TaskStep.Rest.Instance,
        };
    }

    /// <summary>Taking back is only for what is still ours: what others did since must stay.</summary>
    private async Task<string?> ChangedByOthersAsync(Incident state, IncidentAction undo, CancellationToken cancellationToken)
    {
        if (undo.UndoOf is null)
            return null;
        var done = state.Action(undo.UndoOf);
        var call = Calls.For(state, done, time.GetUtcNow());
        var seen = await plugins.ObserveAsync(done.Request.Plugin, call, done.Plan!, cancellationToken);
        return seen.Applied == ExecuteOutcome.Done ? null : $"What {done.Id} did is not what is there now: {seen.Details}";
    }

    /// <summary>By our own clock, which the database's may be far from: what is held is not free yet.</summary>
    private DateTimeOffset? Ahead(WriteResult.ClaimLost lost)
    {
        var now = time.GetUtcNow();
        var until = lost.HeldFor is { } wait ? now + wait : lost.Until;
        return until < now + ShortestWait ? now + ShortestWait : until;
    }

    private static TaskInput NotPlanned(OpenTask task, PreviewResult preview) => preview.Retryable
        ? new TaskInput.Broke(task.Id, preview.Error!, Retryable: true)
        : new TaskInput.CannotSend(task.Id, preview.Error!);

    private async Task<TaskStep> SendAsync(Held held, OpenTask task, long begun, CancellationToken cancellationToken)
    {
        if (held.State.Task is not { Started: true, Sender: { } sender } started || started.Id != task.Id)
            return new TaskStep.Told(held);
        var action = held.State.Action(task.Subject!);
        var call = Calls.For(held.State, action, time.GetUtcNow()) with { MayLeave = () => MayLeave(sender, held.State, action.Id, begun) };
        var result = await StoppedAsync(cancellationToken)
            ?? await plugins.ExecuteAsync(action.Request.Plugin, call, action.Plan!, cancellationToken);
        if (result.NotSent)
            NotSent(held.State.Id, action.Request.Plugin, result.Message);
        return new TaskStep.Tell(new TaskInput.Sent(task.Id, result));
    }

    /// <summary>
    /// Lease and grant may have ended while the start was written and the call waited for its place; and what leaves later
    /// than the margin could be under way when others take it for lost.
    /// </summary>
    private bool MayLeave(string sender, Incident state, string action, long begun) =>
        lease.ValidFor > TimeSpan.Zero && lease.Id == sender && facts.Known is { Stopped: null }
        && time.GetElapsedTime(begun) < rules.SendMargin && GrantLook.Opens(state, action, rules, time.GetUtcNow());

    /// <summary>Somebody may have stopped everything while the start was written: the store says so now, or cannot be asked.</summary>
    private async Task<ExecuteResult?> StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await facts.ReadAsync(cancellationToken)).Stopped is { } stop ? ExecuteResult.Later(stop.Sentence) : null;
        }
        catch (JournalUnavailableException e)
        {
            return ExecuteResult.Later($"Nobody can say whether AiFixer was stopped: {e.Message}");
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Plugin} of {Incident} was not sent: {Reason}")]
    private partial void NotSent(Core.IncidentId incident, string plugin, string reason);
}
