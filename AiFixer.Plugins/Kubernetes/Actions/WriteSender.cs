namespace AiFixer.Plugins.Kubernetes;

/// <summary>Sends an approved write, once, and says what is known afterwards.</summary>
internal static class WriteSender
{
    /// <summary>A write to a deployment or to its scale.</summary>
    public static Task<ExecuteResult> SendAsync(
        KubeClients clients, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var path = KubePaths.Deployment(plan.Target.Namespace, plan.Target.Name);
        return SendAsync(clients, call, plan, [path, $"{path}/scale"], cancellationToken);
    }

    /// <param name="paths">Where a plan of this kind may write to.</param>
    public static async Task<ExecuteResult> SendAsync(
        KubeClients clients, PluginCall call, ActionPlan plan, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return NotDone($"there is no cluster '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (WritePayload.TryParse(plan.Payload) is not { } write || !paths.Contains(write.Path.Split('?')[0], StringComparer.Ordinal))
            return NotDone($"the plan is not one for {plan.Target}");
        return await client.WriteAsync(write, call, cancellationToken) is { } error
            ? Judge(error)
            : new(ExecuteOutcome.Done, $"{plan.Target} was {Done(write)}");
    }

    public static ExecuteResult Judge(KubeError error) => error switch
    {
        { Left: false } => ExecuteResult.Later(error.Message),
        { Code: 404 or 409 or 422 } => new(ExecuteOutcome.NotDone, error.Message, Stale: true),
        { Code: >= 400 and < 500 and not 408 } => NotDone(error.Message),
        _ => new(ExecuteOutcome.Unknown, error.Message),
    };

    private static string Done(WritePayload write) => write switch
    {
        { Method: "DELETE" } => "deleted",
        { Method: "POST" } when write.Path.EndsWith("/eviction", StringComparison.Ordinal) => "evicted",
        { Method: "POST" } => "given what the plan says",
        _ => "patched",
    };

    private static ExecuteResult NotDone(string message) => new(ExecuteOutcome.NotDone, message);
}
