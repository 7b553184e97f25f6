namespace AiFixer.Plugins.Databases;

/// <summary>Looks whether the session of a plan still does what it was to stop doing.</summary>
internal static class SessionObserver
{
    public static async Task<Observation> ObserveAsync(
        PgClients clients, ActionPlan plan, Func<PgReader, int, Task<(TargetHealth Health, string Details)>> judge, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return Unseen($"there is no database '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (SessionOrder.TryParse(plan.Payload) is not { } order || order.Uid != plan.Target.Uid)
            return Unseen($"the plan is not one for {plan.Target}");
        var read = await client.ReadAsync(reader => LookAsync(reader, order, judge), cancellationToken);
        return read.Failed(out var error, out var seen) ? error.ToObservation() : seen;
    }

    private static async Task<Observation> LookAsync(
        PgReader reader, SessionOrder order, Func<PgReader, int, Task<(TargetHealth Health, string Details)>> judge)
    {
        if (await reader.RowAsync(EndSql.StillThere, r => r.GetString(0), EndSql.Parameters(order)) is { } state)
            return new(ExecuteOutcome.NotDone, TargetHealth.Unhealthy, $"pid {order.Pid} is still there: {state}");
        var (health, details) = await judge(reader, order.Pid);
        return new(ExecuteOutcome.Done, health, details);
    }

    private static Observation Unseen(string why) => new(ExecuteOutcome.Unknown, TargetHealth.Unknown, why);
}
