using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Tasks;

internal sealed class ReconcileHandler(IPluginHost plugins, TimeProvider time) : ITaskHandler
{
    public TaskKind Kind => TaskKind.Reconcile;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var action = state.Action(task.Subject!);
        var (began, start) = (time.GetUtcNow(), time.GetTimestamp());
        var call = Calls.For(state, action, began);
        var seen = await plugins.ObserveAsync(action.Request.Plugin, call, action.Plan!, cancellationToken);
        return new TaskStep.Tell(new TaskInput.Looked(task.Id, seen) { At = began, Took = time.GetElapsedTime(start) });
    }
}
