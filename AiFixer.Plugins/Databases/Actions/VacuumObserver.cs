namespace AiFixer.Plugins.Databases;

/// <summary>Looks whether a table was vacuumed since the plan was made, and how much dead weight it has.</summary>
internal static class VacuumObserver
{
    private const double MuchDead = 0.2;

    public static async Task<Observation> ObserveAsync(PgClients clients, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"there is no database '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (VacuumOrder.TryParse(plan.Payload) is not { } order)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"the plan is not one for {plan.Target}");
        var read = await client.ReadAsync(
            async reader => Tuple.Create(await Tables.ByIdAsync(reader, order.Table), await Tables.HeldBackByAsync(reader)), cancellationToken);
        return read.Failed(out var error, out var seen) ? error.ToObservation() : Judge(plan.Target, order, seen.Item1, seen.Item2);
    }

    private static Observation Judge(TargetRef target, VacuumOrder order, TableState? table, Horizon? heldBackBy)
    {
        if (table is null)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, $"{target} is gone");
        if (table.VacuumRuns)
            return new(ExecuteOutcome.Unknown, TargetHealth.Progressing, $"{table.Name} is being vacuumed");
        var held = heldBackBy is { } horizon ? $"; dead rows are kept for {horizon.What}" : "";
        var details = $"{table.Name}: {table.DeadRows} dead rows beside {table.LiveRows} live ones, {order.DeadRows} before{held}";
        return new(Applied(order, table), table.DeadRatio > MuchDead ? TargetHealth.Unhealthy : TargetHealth.Healthy, details);
    }

    /// <summary>A full vacuum is not counted by the server, but puts the rows elsewhere. Fewer vacuums than before: the counters were lost.</summary>
    private static ExecuteOutcome Applied(VacuumOrder order, TableState table) => order.Full
        ? (table.FileId != order.FileId ? ExecuteOutcome.Done : ExecuteOutcome.NotDone)
        : (table.Vacuums > order.Vacuums, table.Vacuums < order.Vacuums) switch
        {
            (true, _) => ExecuteOutcome.Done,
            (_, true) => ExecuteOutcome.Unknown,
            _ => ExecuteOutcome.NotDone,
        };
}
