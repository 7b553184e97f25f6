namespace AiFixer.Plugins.Kubernetes;

internal sealed class KubectlQuery(KubeClients clients, IEnumerable<IPlugin> plugins, Func<string, string?> disabled) : IDiagnosticPlugin
{
    private readonly KubectlCall<IDiagnosticPlugin> reader = new(QueryVerbs.Grammar, plugins, disabled);

    public PluginManifest Manifest { get; } = new()
    {
        Name = "llm.kubectl_query",
        Description = "Answers a kubectl command that reads: get, describe pod|node|deployment, logs, top pods|nodes, rollout history|status. "
            + "The command is parsed, never run; secrets are never read.",
        Category = PluginCategory.Diagnostic,
        ParametersSchema = KubeSchema.Object(clients, ["command"], ("command", KubeSchema.Command)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        if (reader.Read(call).Failed(out var problem, out var found))
            return PluginResult.Failed(problem);
        var result = await found.Plugin.RunAsync(found.Call, cancellationToken);
        return found.Meaning.NamesOnly ? NamesOf.Result(result) : result;
    }
}
