using System.Globalization;

namespace AiFixer.Plugins.Docker;

/// <summary>Looks whether the containers of a plan were started anew, and how they do.</summary>
internal static class RestartObserver
{
    // What happened within the millisecond that is now counts too.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    public static async Task<Observation> ObserveAsync(
        DockerClients clients, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"there is no Docker '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (RestartOrder.TryParse(plan.Payload) is not { Containers.Count: > 0 } order)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"the plan is not one for {plan.Target}");
        var seen = new List<Observation>();
        foreach (var item in order.Containers)
            seen.Add(await LookAsync(client, order, item, call.Now, cancellationToken));
        var outcomes = seen.Select(s => s.Applied).Distinct().ToList();
        return new(
            outcomes.Count == 1 ? outcomes[0] : ExecuteOutcome.Unknown,
            seen.Select(s => s.Health).MaxBy(ContainerHealth.Badness),
            string.Join("; ", seen.Select(s => s.Details)));
    }

    private static async Task<Observation> LookAsync(
        DockerClient client, RestartOrder order, RestartItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await DockerTarget.InspectAsync(client, item.Id, cancellationToken)).Failed(out var error, out var container))
            return error.Code == 404 ? new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, $"{item.Name} is gone") : error.ToObservation();
        var (health, details) = ContainerHealth.Judge(container, item.RestartCount);
        if (container.State.StartedAt != item.StartedAt)
            return new(ExecuteOutcome.Done, health, details);
        var touched = await TouchedAsync(client, order, item, now, cancellationToken);
        return new(touched is false ? ExecuteOutcome.NotDone : ExecuteOutcome.Unknown, health, $"{details}; not started anew");
    }

    /// <summary>A container that is told to end shows so at once, though it may take its time.</summary>
    private static async Task<bool?> TouchedAsync(
        DockerClient client, RestartOrder order, RestartItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = Uri.EscapeDataString($$"""{"container":["{{item.Id}}"]}""");
        var events = await client.LinesAsync(
            $"/events?since={Seconds(order.PlannedAt)}&until={Seconds(now + Tick)}&filters={filter}", DockerJson.Default.DockerEvent, cancellationToken);
        return events.Value?.Any(e => e.Action is "kill" or "die" or "stop" or "restart" or "start");
    }

    private static string Seconds(DateTimeOffset time) =>
        (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}
