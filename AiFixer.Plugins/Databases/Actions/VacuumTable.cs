namespace AiFixer.Plugins.Databases;

internal sealed class VacuumTable(PgClients clients) : IRemediationPlugin
{
    /// <summary>Names with other characters are for a person.</summary>
    private const string Name = """{"type":"string","maxLength":127,"pattern":"^[A-Za-z_][A-Za-z0-9_]{0,62}([.][A-Za-z_][A-Za-z0-9_]{0,62})?$","description":"a table, or schema.table, spelled as in the catalogue"}""";

    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.vacuum_table",
        Description = "Vacuums and analyses one table; full writes it anew, during which nobody can read or write it.",
        Category = PluginCategory.Remediation,
        Verb = "vacuum",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        ResourceKind = VacuumRunner.Kind,
        Timeout = TimeSpan.FromHours(1),
        ParametersSchema = DbArguments.Schema(clients, ["table"], ("table", Name), ("full", """{"type":"boolean","default":false}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = DbArguments.Of(call);
        var read = await clients[arguments.Connection].ReadAsync(reader => VacuumPlanner.LookAsync(reader, arguments.Table), cancellationToken);
        return read.Failed(out var error, out var seen) ? error.ToPreview() : VacuumPlanner.Plan(arguments, seen);
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        VacuumRunner.RunAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        VacuumObserver.ObserveAsync(clients, plan, cancellationToken);
}
