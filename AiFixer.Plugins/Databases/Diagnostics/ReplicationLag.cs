namespace AiFixer.Plugins.Databases;

internal sealed class ReplicationLag(PgClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.replication_lag",
        Description = "Says how far standbys are behind, in bytes and seconds: asked of the primary, of each standby; asked of a standby, of itself.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "database",
        ParametersSchema = DbArguments.Schema(clients, []),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => DbAnswer.AskAsync(
        clients[DbArguments.Of(call).Connection], Replication.ReadAsync, DbData.Readable.ReplicationData, Message, cancellationToken);

    private static string Message(ReplicationData data) => data switch
    {
        { Itself: { } self } => $"a standby, {self.ReplayLagBytes} bytes and {DbTime.Age(self.SecondsBehind)} behind what it received"
            + (self.ReplayPaused ? "; its replay is paused" : "") + (self.ReceiverState is null ? "; it receives nothing" : ""),
        { Standbys: [] } => "the primary; no standby is connected" + Slots(data),
        _ => $"the primary; {data.Standbys.Count} standbys, the slowest {data.Standbys.Max(s => s.ReplayLagBytes ?? 0)} bytes behind" + Slots(data),
    };

    private static string Slots(ReplicationData data) =>
        data.Slots.Count(s => !s.Active) is > 0 and var idle ? $"; {idle} replication slots keep the log for nobody" : "";
}
