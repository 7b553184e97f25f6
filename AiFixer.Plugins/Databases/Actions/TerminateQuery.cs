namespace AiFixer.Plugins.Databases;

internal sealed class TerminateQuery(PgClients clients) : IRemediationPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.terminate_query",
        Description = "Ends one running statement, or one transaction that was left open: asks first, closes the connection if that does not help.",
        Category = PluginCategory.Remediation,
        Verb = "terminate",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        Guarded = true,
        ResourceKind = SessionTarget.Kind,
        Timeout = TimeSpan.FromMinutes(2),
        ParametersSchema = DbArguments.Schema(clients, ["pid"], ("pid", """{"type":"integer","minimum":1,"maximum":2147483647}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = DbArguments.Of(call);
        var pid = arguments.Pid!.Value;
        var read = await clients[arguments.Connection].ReadAsync(
            async reader => Tuple.Create(await Sessions.OneAsync(reader, pid), await Sessions.LocksAsync(reader)), cancellationToken);
        if (read.Failed(out var error, out var seen))
            return error.ToPreview();
        if (seen.Item1 is not { } session)
            return PreviewResult.Impossible($"there is no session with pid {pid}");
        if (SessionTarget.Untouchable(session) is { } why)
            return PreviewResult.Impossible(why);
        if (!session.IsActive && !session.InTransaction)
            return PreviewResult.Impossible($"pid {pid} runs nothing: it is {session.State}");
        var order = session.IsActive ? SessionOrder.ForQuery(session) : SessionOrder.ForLocks(session);
        var behind = seen.Item2.Behind(pid).Count;
        return PreviewResult.Of(SessionTarget.Plan(
            arguments.Connection, session, order, $"{SessionTarget.Rollback(session)} {behind} sessions wait for it."));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        SessionEnder.EndAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        SessionObserver.ObserveAsync(
            clients, plan, (_, pid) => Task.FromResult((TargetHealth.Healthy, $"pid {pid} does not run it any more")), cancellationToken);
}
