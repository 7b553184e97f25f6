namespace AiFixer.Plugins.Databases;

/// <summary>Vacuums the table of an approved plan.</summary>
internal static class VacuumRunner
{
    public const string Kind = "table";

    public static async Task<ExecuteResult> RunAsync(PgClients clients, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return new(ExecuteOutcome.NotDone, $"there is no database '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (VacuumOrder.TryParse(plan.Payload) is not { } order || order.Statement != plan.Call)
            return new(ExecuteOutcome.NotDone, $"the plan is not one for {plan.Target}");
        var done = await client.WriteAloneAsync(call, writer => RunAsync(writer, plan.Target, order), cancellationToken);
        return done.Failed(out var error, out var result) ? Judge(error) : result;
    }

    /// <summary>What is sent is built from the catalogue as it is now, and must be what was approved.</summary>
    private static async Task<ExecuteResult> RunAsync(PgWriter writer, TargetRef target, VacuumOrder order)
    {
        var table = await Tables.ByIdAsync(writer, order.Table);
        if (table is null || VacuumOrder.StatementFor(table, order.Full) != order.Statement || table.Name != target.Name)
            return new(ExecuteOutcome.NotDone, $"{target} is another one now", Stale: true);
        var warnings = await writer.SendHearingAsync(VacuumOrder.StatementFor(table, order.Full));
        return warnings.Count == 0
            ? new(ExecuteOutcome.Done, $"{table.Name} was vacuumed")
            : new(ExecuteOutcome.Unknown, $"{table.Name}: the server warned: {string.Join("; ", warnings)}");
    }

    private static ExecuteResult Judge(PgError error) =>
        error.SqlState == SqlStates.LockNotAvailable ? ExecuteResult.Later(error.Message) : error.ToExecute();
}
