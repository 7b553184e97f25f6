using System.Globalization;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class ScaleDeployment(KubeClients clients) : IRemediationPlugin
{
    private const string Name = "k8s.scale_deployment";

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Sets how many pods a deployment has.",
        Category = PluginCategory.Remediation,
        Verb = "scale",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        ResourceKind = DeploymentTarget.Kind,
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "deployment", "replicas"], ("namespace", KubeSchema.Name), ("deployment", KubeSchema.Name),
            ("replicas", """{"type":"integer","minimum":0,"maximum":100}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var path = KubePaths.Scale(arguments.Namespace, arguments.Deployment);
        if ((await client.GetAsync(path, KubeJson.Default.Scale, cancellationToken)).Failed(out var error, out var now))
            return error.ToPreview();
        if (now.Replicas == arguments.Replicas)
            return PreviewResult.Impossible($"{arguments.Deployment} has {now.Replicas} replicas already");
        var patch = ScalePatch.Of(path, now, arguments.Replicas);
        if ((await client.TryWriteAsync(patch, KubeJson.Default.Scale, cancellationToken)).Failed(out error, out var after))
            return error.ToPreview();
        // What is scaled tells no labels, and a fence may speak of them.
        var whole = await client.GetAsync(KubePaths.Deployment(arguments.Namespace, arguments.Deployment), KubeJson.Default.Deployment, cancellationToken);
        if (whole.Failed(out error, out var deployment))
            return error.ToPreview();
        var radius = await AutoscalerNote.OfAsync(client, arguments, cancellationToken);
        return PreviewResult.Of(Plan(arguments, now, after, patch, $"{Moves(now.Replicas, after.Replicas)}{radius}") with
        {
            Labels = ObjectLabels.Of(deployment.Metadata),
            Affected = Math.Abs(after.Replicas - now.Replicas),
        });
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        WriteSender.SendAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        DeploymentObserver.ObserveAsync(clients, plan.Target, now => ScalePatch.Applied(now, plan), cancellationToken);

    private static ActionPlan Plan(KubeArguments arguments, Scale now, Scale after, WritePayload patch, string radius)
    {
        var target = DeploymentTarget.Of(arguments, now.Metadata);
        var today = now.Replicas.ToString(CultureInfo.InvariantCulture);
        return new(
            target, patch.ToCall(), patch.ToPayload(),
            LineDiff.Of(target.ToString(), [$"replicas: {today}"], [$"replicas: {after.Replicas}"]),
            PlanHash.Of(("uid", now.Metadata.Uid), ("replicas", today)), radius,
            Math.Abs(after.Replicas - now.Replicas), new(Name, DeploymentTarget.Call(arguments, "replicas", today)));
    }

    private static string Moves(int from, int to) => to switch
    {
        0 => $"All {from} pods end: nothing serves any more.",
        _ when to < from => $"{from - to} of {from} pods end; the others carry their load.",
        _ => $"{to - from} more pods start and need room on the nodes.",
    };
}
