namespace AiFixer.Plugins.Databases;

internal sealed class LockWaits(PgClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.lock_waits",
        Description = "Shows who waits for whose locks, as trees below the sessions that hold everybody up, and cycles.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "session",
        ParametersSchema = DbArguments.Schema(clients, []),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var sentence = "";
        return await DbAnswer.AskAsync(
            clients[DbArguments.Of(call).Connection],
            async reader =>
            {
                var graph = await Sessions.LocksAsync(reader);
                sentence = Sentence(graph);
                return new LockWaitsData([.. LockTree.Of(graph)], [.. graph.Cycles.Select(c => c.Select(s => s.Pid).ToArray())]);
            },
            DbData.Readable.LockWaitsData, _ => sentence, cancellationToken);
    }

    private static string Sentence(LockGraph graph)
    {
        if (graph.Waiting.Count == 0)
            return "nobody waits for a lock";
        var longest = graph.Waiting.MaxBy(s => s.WaitSeconds ?? 0)!;
        var cycles = graph.Cycles.Count == 0 ? "" : $"; {graph.Cycles.Count} cycles of sessions that wait for each other";
        var root = graph.Roots.Count == 0 ? "" : $"; pid {graph.Roots[0].Pid} holds up {graph.Behind(graph.Roots[0].Pid).Count}";
        return $"{graph.Waiting.Count} sessions wait for locks, the longest {DbTime.Age(longest.WaitSeconds)}{root}{cycles}";
    }
}
