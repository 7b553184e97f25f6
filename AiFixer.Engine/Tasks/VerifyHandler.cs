using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks;

/// <summary>Looks at every target that was acted on; the worst of them counts.</summary>
internal sealed class VerifyHandler(IPluginHost plugins, EngineOptions options, TimeProvider time) : ITaskHandler
{
    public TaskKind Kind => TaskKind.Verify;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var seen = new List<Observation>();
        foreach (var action in state.ProposedNow().Where(action => action.Status == ActionStatus.Succeeded))
            seen.Add(await ObserveAsync(state, action, cancellationToken));
        if (seen.Count == 0)
            return new TaskStep.Tell(new TaskInput.Broke(task.Id, "Nothing was carried out, so nothing can be verified.", Retryable: false));
        var worst = seen.MaxBy(one => Badness(one.Health))!;
        return new TaskStep.Tell(new TaskInput.HealthSeen(task.Id, worst.Health, worst.Details), [], options.VerifyInterval);
    }

    private async Task<Observation> ObserveAsync(Incident state, IncidentAction action, CancellationToken cancellationToken)
    {
        var call = Calls.For(state, action, time.GetUtcNow());
        var seen = await plugins.ObserveAsync(action.Request.Plugin, call, action.Plan!, cancellationToken);
        return seen.Applied == ExecuteOutcome.NotDone
            ? seen with { Health = TargetHealth.Unhealthy, Details = $"The change is not in the world any more. {seen.Details}" }
            : seen;
    }

    private static int Badness(TargetHealth health) => health switch
    {
        TargetHealth.Healthy => 0,
        TargetHealth.Progressing => 1,
        TargetHealth.Unknown => 2,
        _ => 3,
    };
}
