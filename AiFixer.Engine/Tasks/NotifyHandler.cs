using AiFixer.Core.Incidents;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Tasks;

/// <summary>Tells people. What nobody took counts as not told.</summary>
internal sealed class NotifyHandler(INotices notices, TimeProvider time) : ITaskHandler
{
    public TaskKind Kind => TaskKind.Notify;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var playbook = state.Playbook!;
        var began = time.GetTimestamp();
        var notice = new Notice(
            $"{state.Id}/h{state.OpenHeal()?.Number}", state.Id, state.Severity, state.Alert.Name, playbook.Action.Message ?? playbook.Name)
        {
            Teams = NoticeTeams.Of(state.Alert),
        };
        var result = await notices.SendAsync(notice, cancellationToken);
        var took = time.GetElapsedTime(began).TotalMilliseconds;
        return new TaskStep.Tell(result.Delivered
            ? new TaskInput.Noticed(task.Id, result.Details, took)
            : new TaskInput.Broke(task.Id, result.Details, result.Retryable));
    }
}
