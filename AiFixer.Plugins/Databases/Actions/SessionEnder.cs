namespace AiFixer.Plugins.Databases;

/// <summary>Ends what an approved order names: first by asking, then by closing its connection.</summary>
internal static class SessionEnder
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<ExecuteResult> EndAsync(PgClients clients, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return new(ExecuteOutcome.NotDone, $"there is no database '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (SessionOrder.TryParse(plan.Payload) is not { } order || order.Uid != plan.Target.Uid)
            return new(ExecuteOutcome.NotDone, $"the plan is not one for {plan.Target}");
        var ended = await client.WriteAsync(call, 3 * client.Options.CancelGrace, writer => EndAsync(client, writer, order), cancellationToken);
        return ended.Failed(out var error, out var result) ? Judge(error) : result;
    }

    /// <summary>An error of a later statement, such as the look whether it is gone, takes nothing back of what was sent before.</summary>
    private static ExecuteResult Judge(PgError error) => error.Left && error.SqlState != SqlStates.InsufficientPrivilege
        ? new(ExecuteOutcome.Unknown, error.Message)
        : error.ToExecute();

    private static async Task<ExecuteResult> EndAsync(PgClient client, PgWriter writer, SessionOrder order)
    {
        if (order.CancelFirst)
        {
            if (await writer.SendAsync(EndSql.Cancel, EndSql.Parameters(order)) is null)
                return Gone(order);
            if (await GoneWithinAsync(client, writer, order))
                return new(ExecuteOutcome.Done, $"pid {order.Pid} was cancelled");
        }

        if (await writer.SendAsync(EndSql.Terminate, EndSql.Parameters(order)) is null)
            return order.CancelFirst ? new(ExecuteOutcome.Done, $"pid {order.Pid} was cancelled") : Gone(order);
        return await GoneWithinAsync(client, writer, order)
            ? new(ExecuteOutcome.Done, $"pid {order.Pid} was terminated")
            : new(ExecuteOutcome.Unknown, $"pid {order.Pid} was told to end and is still there after {client.Options.CancelGrace.TotalSeconds:0.#} s");
    }

    private static ExecuteResult Gone(SessionOrder order) =>
        new(ExecuteOutcome.NotDone, $"pid {order.Pid} is not doing that any more", Stale: true);

    private static async Task<bool> GoneWithinAsync(PgClient client, PgWriter writer, SessionOrder order)
    {
        var started = client.Time.GetTimestamp();
        while (await writer.LookAsync(EndSql.StillThere, r => r.GetString(0), EndSql.Parameters(order)) is not null)
        {
            if (client.Time.GetElapsedTime(started) >= client.Options.CancelGrace)
                return false;
            await Task.Delay(Look, client.Time, writer.Token);
        }

        return true;
    }
}
