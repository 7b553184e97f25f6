using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Docker;

internal sealed class DockerRestart(DockerClients clients) : IRemediationPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "docker.restart",
        Description = "Restarts a container by name, or with compose all containers of a compose service.",
        Category = PluginCategory.Remediation,
        Verb = "restart",
        Risk = PluginRisk.Medium,
        ResourceKind = DockerTarget.Kind,
        Timeout = TimeSpan.FromMinutes(10),
        ParametersSchema = ParameterSchema.Object(
            clients.Names, "which Docker Engine", ["container"], ("container", DockerNames.Schema),
            ("compose", """{"type":"boolean","default":false,"description":"the name is a compose service"}"""), ("project", DockerNames.Schema)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = DockerArguments.Of(call);
        var client = clients[arguments.Connection];
        if (arguments is { Project: not null, Compose: false })
            return PreviewResult.Impossible("project is for compose services: set compose");
        if ((await DockerTarget.FindAsync(client, arguments, cancellationToken)).Failed(out var error, out var found))
            return error.ToPreview();
        return PreviewResult.Of(DockerTarget.Plan(arguments, client.Options, found, call.Now));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        RestartSender.SendAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        RestartObserver.ObserveAsync(clients, call, plan, cancellationToken);
}
