namespace AiFixer.Plugins.Databases;

internal sealed class KillDeadlock(PgClients clients) : IRemediationPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.kill_deadlock",
        Description = "Ends one session so that those who wait for its locks go on: of a cycle the youngest, else the one that holds up most. PostgreSQL ends a true deadlock by itself after deadlock_timeout; this is for what lasts.",
        Category = PluginCategory.Remediation,
        Verb = "terminate",
        Risk = PluginRisk.High,
        Idempotent = true,
        Guarded = true,
        ResourceKind = SessionTarget.Kind,
        Timeout = TimeSpan.FromMinutes(2),
        ParametersSchema = DbArguments.Schema(clients, [], ("pid", """{"type":"integer","minimum":1,"maximum":2147483647}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = DbArguments.Of(call);
        var client = clients[arguments.Connection];
        var read = await client.ReadAsync(Sessions.LocksAsync, cancellationToken);
        if (read.Failed(out var error, out var graph))
            return error.ToPreview();
        var victim = Victim.Choose(graph, arguments.Pid, client.Options.LongWait);
        if (victim.Session is not { } session)
            return PreviewResult.Impossible(victim.Why);
        var radius = $"{victim.Why} {SessionTarget.Rollback(session)}";
        return PreviewResult.Of(SessionTarget.Plan(arguments.Connection, session, SessionOrder.ForLocks(session), radius));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        SessionEnder.EndAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var longWait = clients.Find(plan.Target.Connection)?.Options.LongWait ?? TimeSpan.Zero;
        return SessionObserver.ObserveAsync(clients, plan, (reader, _) => JudgeAsync(reader, longWait), cancellationToken);
    }

    private static async Task<(TargetHealth Health, string Details)> JudgeAsync(PgReader reader, TimeSpan longWait)
    {
        var graph = await Sessions.LocksAsync(reader);
        var waiting = graph.Waiting.Where(s => s.WaitSeconds >= longWait.TotalSeconds).ToList();
        return waiting.Count == 0
            ? (TargetHealth.Healthy, "nobody waits for a lock for long")
            : (TargetHealth.Unhealthy, $"{waiting.Count} sessions still wait for locks, the longest {DbTime.Age(waiting.Max(s => s.WaitSeconds))}");
    }
}
