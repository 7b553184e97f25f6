using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Tasks;

/// <summary>All handlers by the kind of task they do.</summary>
internal sealed class TaskHandlers(IEnumerable<ITaskHandler> handlers)
{
    private readonly Dictionary<TaskKind, ITaskHandler> byKind = handlers.ToDictionary(handler => handler.Kind);

    public bool Know(TaskKind kind) => byKind.ContainsKey(kind);

    public Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken) =>
        byKind[task.Kind].RunAsync(state, task, cancellationToken);
}
