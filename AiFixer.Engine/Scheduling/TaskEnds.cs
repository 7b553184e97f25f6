using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Scheduling;

/// <summary>Writes results of tasks here, and sees to it that one that cannot be written now is looked at again.</summary>
internal sealed partial class TaskEnds(IncidentRunner runner, Rechecks rechecks, TimeProvider time, ILogger<TaskEnds> logger) : ITaskEnds
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestHold = TimeSpan.FromMinutes(1);

    public async Task<Held?> EndAsync(IncidentId id, TaskStep.Tell tell, CancellationToken cancellationToken)
    {
        var result = await runner.TellAsync(id, tell.Input, tell.Blobs, cancellationToken);
        return result switch
        {
            WriteResult.Written written => written.Held,
            WriteResult.Nothing { Held: var held } when tell.Input is TaskInput.HealthSeen && held.State.Task?.Kind == TaskKind.Verify =>
                Later(id, tell.WhenNothing),
            WriteResult.Busy => Later(id, AfterTrouble),
            WriteResult.ClaimLost lost when tell.Input is TaskInput.TriageDone done => await HeldBackAsync(id, done.TaskId, lost, cancellationToken),
            WriteResult.ClaimLost lost when tell.Input is TaskInput.HealBegins heal => await DeniedAsync(id, heal.TaskId, lost, cancellationToken),
            WriteResult.ClaimLost lost when tell.Input is TaskInput.Looked looked => await DeniedAsync(id, looked.TaskId, lost, cancellationToken),
            WriteResult.Impossible impossible => await ImpossibleAsync(id, tell, impossible.Reason, cancellationToken),
            _ => null,
        };
    }

    /// <summary>The store refuses what was found; that it was refused can be stored.</summary>
    private async Task<Held?> ImpossibleAsync(IncidentId id, TaskStep.Tell tell, string reason, CancellationToken cancellationToken)
    {
        CannotStore(id, reason);
        var task = ((TaskInput)tell.Input).TaskId;
        var told = await runner.TellAsync(id, new TaskInput.Broke(task, $"The result cannot be stored: {reason}", false), cancellationToken);
        return (told as WriteResult.Written)?.Held ?? Later(id, TimeSpan.FromMinutes(1));
    }

    /// <summary>The budget of its source is used up.</summary>
    private async Task<Held?> HeldBackAsync(IncidentId id, string task, WriteResult.ClaimLost lost, CancellationToken cancellationToken)
    {
        var wait = lost.HeldFor > ShortestHold ? lost.HeldFor.Value : ShortestHold;
        var held = new TaskInput.HeldBack(task, $"No more investigations for {lost.Key[ClaimKeys.Investigations("").Length..]} within this hour.", time.GetUtcNow() + wait);
        return (await runner.TellAsync(id, held, cancellationToken) as WriteResult.Written)?.Held ?? Later(id, AfterTrouble);
    }

    /// <summary>Its playbook may not act now, or what was sent may still arrive.</summary>
    private async Task<Held?> DeniedAsync(IncidentId id, string task, WriteResult.ClaimLost lost, CancellationToken cancellationToken)
    {
        var until = lost.HeldFor is { } wait ? time.GetUtcNow() + wait : lost.Until;
        var denied = new TaskInput.ClaimDenied(task, lost.Key, lost.Holder, until);
        return (await runner.TellAsync(id, denied, cancellationToken) as WriteResult.Written)?.Held ?? Later(id, AfterTrouble);
    }

    private Held? Later(IncidentId id, TimeSpan wait)
    {
        rechecks.Add(id, wait);
        return null;
    }

    [LoggerMessage(LogLevel.Error, "A result of {Incident} cannot be stored: {Reason}")]
    private partial void CannotStore(IncidentId incident, string reason);
}
