using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Tasks.Signals;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks;

/// <summary>Looks at every target that was acted on, and at the signals that have to recover; the worst of them counts.</summary>
internal sealed class VerifyHandler(IPluginHost plugins, EngineOptions options, TimeProvider time) : ITaskHandler
{
    private readonly SignalWatch signals = new(new(plugins, time));

    public TaskKind Kind => TaskKind.Verify;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var seen = new List<Observation>();
        foreach (var action in state.ProposedNow().Where(action => action.Status == ActionStatus.Succeeded))
            seen.Add(await ObserveAsync(state, action, cancellationToken));
        if (seen.Count == 0)
            return new TaskStep.Tell(new TaskInput.Broke(task.Id, "Nothing was carried out, so nothing can be verified.", Retryable: false));
        var worst = seen.MaxBy(one => Badness(one.Health))!;
        var seenNow = await signals.LookAsync(state, cancellationToken) is { } view ? With(worst, view) : worst;
        return new TaskStep.Tell(new TaskInput.HealthSeen(task.Id, seenNow.Health, seenNow.Details), [], options.VerifyInterval);
    }

    /// <summary>What nobody can see has not recovered: a signal that cannot be read leaves it unknown.</summary>
    private static Observation With(Observation target, SignalView view) => target with
    {
        Health = Badness(view.Health) > Badness(target.Health) ? view.Health : target.Health,
        Details = $"{target.Details} {view.Details}".Trim(),
    };

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
