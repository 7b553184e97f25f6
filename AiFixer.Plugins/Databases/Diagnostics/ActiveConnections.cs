namespace AiFixer.Plugins.Databases;

internal sealed class ActiveConnections(PgClients clients) : IDiagnosticPlugin
{
    /// <summary>Of what is hidden it is known whose it is and of which database, which only clients have both.</summary>
    private const string Clients = "(backend_type = 'client backend' OR (backend_type IS NULL AND usesysid IS NOT NULL AND datid IS NOT NULL))";

    private const string Limits =
        $"""
        SELECT current_setting('max_connections')::int AS most, current_setting('superuser_reserved_connections')::int AS reserved,
               (SELECT count(*)::int FROM pg_stat_activity WHERE {Clients}) AS used
        """;

    private const string Groups =
        $"""
        SELECT coalesce(state, 'unknown') AS state, coalesce(application_name, '') AS application_name, usename::text, datname::text, count(*)::int AS connections,
               max(extract(epoch FROM clock_timestamp() - state_change))::float8 AS longest
        FROM pg_stat_activity WHERE {Clients}
        GROUP BY 1, 2, 3, 4 ORDER BY connections DESC, 1, 2, 3, 4 LIMIT 100
        """;

    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.active_connections",
        Description = "Counts connections by state, application, user and database against the server's limit, and lists open transactions that do nothing.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "database",
        ParametersSchema = DbArguments.Schema(clients, []),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => DbAnswer.AskAsync(
        clients[DbArguments.Of(call).Connection], ReadAsync, DbData.Readable.ConnectionsData, Sentence, cancellationToken);

    private static string Sentence(ConnectionsData data)
    {
        var idle = data.IdleInTransaction.Count == 0
            ? "none idle in a transaction"
            : $"{data.IdleInTransaction.Count} idle in a transaction, the longest {DbTime.Age(data.IdleInTransaction[0].TransactionSeconds)}";
        return $"{data.Used} of {data.MaxConnections} connections are taken ({data.ReservedForSuperusers} reserved); {idle}";
    }

    private static async Task<ConnectionsData> ReadAsync(PgReader reader)
    {
        var (most, reserved, used) = (await reader.RowAsync(
            Limits, r => Tuple.Create(r.Value<int>("most"), r.Value<int>("reserved"), r.Value<int>("used"))))!;
        var groups = await reader.RowsAsync(Groups, r => new ConnectionGroupData(
            r.Value<string>("state"), OutsideText.Line(r.Text("application_name"), 130), r.Text("usename") ?? "", r.Text("datname") ?? "",
            r.Value<int>("connections"), r.Seconds("longest")));
        var idle = await Sessions.IdleInTransactionAsync(reader);
        return new(used, most, reserved, groups, [.. idle.Select(SessionData.Of)]);
    }
}
