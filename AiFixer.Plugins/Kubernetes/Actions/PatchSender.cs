namespace AiFixer.Plugins.Kubernetes;

/// <summary>Sends an approved patch, once, and says what is known afterwards.</summary>
internal static class PatchSender
{
    public static async Task<ExecuteResult> SendAsync(
        KubeClients clients, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return NotDone($"there is no cluster '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (PatchPayload.TryParse(plan.Payload) is not { } patch || !IsFor(patch, plan.Target))
            return NotDone($"the plan is not one for {plan.Target}");
        var sent = await client.PatchAsync(patch, call, cancellationToken);
        return sent.Error is { } error ? Judge(error) : new(ExecuteOutcome.Done, $"{plan.Target} was patched");
    }

    private static ExecuteResult Judge(KubeError error) => error switch
    {
        { Left: false } => ExecuteResult.Later(error.Message),
        { Code: 404 or 409 or 422 } => new(ExecuteOutcome.NotDone, error.Message, Stale: true),
        { Code: >= 400 and < 500 and not 408 } => NotDone(error.Message),
        _ => new(ExecuteOutcome.Unknown, error.Message),
    };

    private static ExecuteResult NotDone(string message) => new(ExecuteOutcome.NotDone, message);

    private static bool IsFor(PatchPayload patch, TargetRef target)
    {
        var path = KubePaths.Deployment(target.Namespace, target.Name);
        return patch.Path.StartsWith($"{path}?", StringComparison.Ordinal) || patch.Path.StartsWith($"{path}/scale?", StringComparison.Ordinal);
    }
}
