using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Takes a node out of scheduling or puts it back.</summary>
internal sealed class NodeSwitch : IRemediationPlugin
{
    public const string CordonName = "k8s.cordon_node";
    public const string UncordonName = "k8s.uncordon_node";
    private const string Kind = "node";
    private const int MostNodes = 2000;
    private readonly KubeClients clients;
    private readonly bool cordon;

    private NodeSwitch(KubeClients clients, bool cordon) => (this.clients, this.cordon, Manifest) = (clients, cordon, new()
    {
        Name = cordon ? CordonName : UncordonName,
        Description = cordon ? "Keeps new pods from a node. The pods that are there stay." : "Lets new pods onto a node again.",
        Category = PluginCategory.Remediation,
        Verb = cordon ? "cordon" : "uncordon",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        ResourceKind = Kind,
        ParametersSchema = KubeSchema.Object(clients, ["node", "reason"], ("node", KubeSchema.Name), ("reason", KubeSchema.Reason)),
    });

    public PluginManifest Manifest { get; }

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public static NodeSwitch Cordon(KubeClients clients) => new(clients, cordon: true);

    public static NodeSwitch Uncordon(KubeClients clients) => new(clients, cordon: false);

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        if ((await client.ListAsync(KubePaths.Nodes, "", KubeJson.Default.KubeListNode, MostNodes, cancellationToken)).Failed(out var error, out var nodes))
            return error.ToPreview();
        if (nodes.Items.FirstOrDefault(n => n.Metadata.Name == arguments.Node) is not { } now)
            return PreviewResult.Impossible($"cluster '{arguments.Connection}' has no node {arguments.Node}");
        if (now.IsCordoned == cordon)
            return PreviewResult.Impossible($"{arguments.Node} is {(cordon ? "cordoned" : "open to pods")} already");
        var others = nodes.Items.Count(n => n.TakesPods && n.Metadata.Name != arguments.Node);
        if (cordon && others == 0)
            return PreviewResult.Impossible($"no other node takes pods: with {arguments.Node} cordoned nothing could start any more");
        var patch = Patch(now);
        if ((await client.TryWriteAsync(patch, KubeJson.Default.Node, cancellationToken)).Failed(out error, out var after))
            return error.ToPreview();
        return PreviewResult.Of(Plan(arguments, now, after, patch, others));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        WriteSender.SendAsync(clients, call, plan, [KubePaths.Node(plan.Target.Name)], cancellationToken);

    /// <summary>A cordon is for nodes in trouble, so it does its job when it is there, however the node is.</summary>
    public async Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"there is no cluster '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        var read = await client.GetAsync(KubePaths.Node(plan.Target.Name), KubeJson.Default.Node, cancellationToken);
        if (read.Failed(out var error, out var now))
            return new(ExecuteOutcome.Unknown, error.IsNotFound ? TargetHealth.Unhealthy : TargetHealth.Unknown, error.Message);
        if (now.Metadata.Uid != plan.Target.Uid)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, $"{plan.Target} is another one now: it was deleted and made anew");
        var applied = now.IsCordoned == cordon;
        return new(
            applied ? ExecuteOutcome.Done : ExecuteOutcome.NotDone,
            applied && (cordon || now.IsReady) ? TargetHealth.Healthy : TargetHealth.Unhealthy,
            $"{plan.Target} is {(now.IsCordoned ? "cordoned" : "open to pods")} and {(now.IsReady ? "ready" : "not ready")}");
    }

    private ActionPlan Plan(KubeArguments arguments, Node now, Node after, WritePayload patch, int others)
    {
        var target = new TargetRef(arguments.Connection, Kind, "", arguments.Node, now.Metadata.Uid);
        var radius = cordon
            ? $"No new pods start on {arguments.Node}; its pods stay. {others} other nodes take pods."
            : $"New pods may start on {arguments.Node} again{(now.IsReady ? "" : ", once it is ready: it is not now")}.";
        return new(
            target, patch.ToCall(), patch.ToPayload(), LineDiff.Of(target.ToString(), Lines(now), Lines(after)),
            PlanHash.Of(("uid", now.Metadata.Uid), ("unschedulable", now.IsCordoned ? "true" : "false")), radius, Undo: Undo(arguments))
        {
            Labels = ObjectLabels.Of(now.Metadata),
        };
    }

    private PluginRequest Undo(KubeArguments arguments) => new(cordon ? UncordonName : CordonName, new JsonObject
    {
        ["connection"] = arguments.Connection,
        ["node"] = arguments.Node,
        ["reason"] = $"takes back: {arguments.Reason}"[..Math.Min(500, 12 + arguments.Reason!.Length)],
    }.ToJsonString());

    /// <summary>As kubectl does it; the uid keeps it from a node made anew under the name.</summary>
    private WritePayload Patch(Node now) => WritePayload.Patch(
        KubePaths.Node(now.Metadata.Name), WritePayload.StrategicMergePatch,
        new JsonObject
        {
            ["metadata"] = new JsonObject { ["uid"] = now.Metadata.Uid },
            ["spec"] = new JsonObject { ["unschedulable"] = cordon ? true : null },
        }.ToJsonString());

    private static string[] Lines(Node node) => [$"unschedulable: {(node.IsCordoned ? "true" : "false")}"];
}
