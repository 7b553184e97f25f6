namespace AiFixer.Plugins.Databases;

internal sealed class TableBloat(PgClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.table_bloat",
        Description = "Lists the tables with the most dead rows and wasted space (estimated), when they were vacuumed last, and what keeps vacuum from cleaning.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "table",
        ParametersSchema = DbArguments.Schema(clients, []),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => DbAnswer.AskAsync(
        clients[DbArguments.Of(call).Connection], ReadAsync, DbData.Readable.BloatData, Sentence, cancellationToken);

    private static string Sentence(BloatData data)
    {
        var worst = data.Tables.Count == 0 ? null : data.Tables[0];
        var message = worst is null
            ? "there are no tables"
            : $"{data.Tables.Count} tables; the worst is {worst.Table}: {worst.DeadRows} dead rows beside {worst.LiveRows} live ones";
        var horizon = data.HeldBackBy is { } held ? $"; dead rows are kept for {held.What} ({DbTime.Age(held.AgeSeconds)} old)" : "";
        return message + horizon;
    }

    private static async Task<BloatData> ReadAsync(PgReader reader)
    {
        var horizon = await Tables.HeldBackByAsync(reader);
        var tables = await Tables.WorstAsync(reader);
        return new([.. tables.Select(BloatTableData.Of)], horizon);
    }
}
