using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Tasks;

/// <summary>Does one kind of task. Everything it changes in the journal goes through what it returns.</summary>
internal interface ITaskHandler
{
    TaskKind Kind { get; }

    Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken);
}
