namespace AiFixer.Plugins.Docker;

/// <summary>Restarts the containers of an approved plan, one after the other.</summary>
internal static class RestartSender
{
    public static async Task<ExecuteResult> SendAsync(
        DockerClients clients, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return new(ExecuteOutcome.NotDone, $"there is no Docker '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (RestartOrder.TryParse(plan.Payload) is not { Containers.Count: > 0 } order || order.Uid != plan.Target.Uid)
            return new(ExecuteOutcome.NotDone, $"the plan is not one for {plan.Target}");
        var done = 0;
        foreach (var item in order.Containers)
        {
            var sent = await client.PostAsync(order.Path(item), call.MayLeave, cancellationToken);
            if (sent.Error is { } error)
                return done == 0 ? error.ToExecute() : new(ExecuteOutcome.Unknown, $"{done} of {order.Containers.Count} were restarted, then: {error.Message}");
            done++;
        }

        return new(ExecuteOutcome.Done, $"{string.Join(", ", order.Containers.Select(c => c.Name))}: restarted");
    }
}
