using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The commands that change something: each is one of the remediation plugins, said in another way.</summary>
internal static class ActionVerbs
{
    private const string Ns = KubectlFlags.Namespace;

    public static KubectlGrammar Grammar { get; } = new(
        [
            new("scale", [Ns, KubectlFlags.Replicas], Scale),
            new("rollout restart", [Ns], line => OfDeployment(line, "k8s.restart_deployment", _ => null)),
            new("rollout undo", [Ns, KubectlFlags.ToRevision], line => OfDeployment(line, RollbackDeployment.Name, Revision)),
            new("delete", [Ns], Delete),
            new("cordon", [], line => OfNode(line, NodeSwitch.CordonName)),
            new("uncordon", [], line => OfNode(line, NodeSwitch.UncordonName)),
            new("set resources", [Ns, KubectlFlags.Container, KubectlFlags.Containers, KubectlFlags.Limits, KubectlFlags.Requests], SetAmounts),
        ],
        name => name switch
        {
            "set image" => "an image is not replaced by another one from here: what runs is released elsewhere, and rollout undo brings back what ran before",
            "get" or "describe" or "logs" or "top" or "rollout history" or "rollout status" => $"{name} only reads, which needs no approval",
            _ => null,
        });

    private static Reading<KubectlMeaning> Scale(KubectlLine line) => line.Flag(KubectlFlags.Replicas) is { } replicas
        ? OfDeployment(line, "k8s.scale_deployment", arguments =>
        {
            arguments["replicas"] = int.Parse(replicas, CultureInfo.InvariantCulture);
            return null;
        })
        : Reading<KubectlMeaning>.Wrong("scale: name the number with --replicas");

    /// <summary>As with kubectl, zero is the one before.</summary>
    private static string? Revision(KubectlLine line, JsonObject arguments)
    {
        if (line.Flag(KubectlFlags.ToRevision) is { } revision && long.Parse(revision, CultureInfo.InvariantCulture) is > 0 and var number)
            arguments["revision"] = number;
        return null;
    }

    private static Reading<KubectlMeaning> Delete(KubectlLine line)
    {
        if (KubectlThing.One(line.Words, "delete", "pods").Failed(out var problem, out var pod))
            return Reading<KubectlMeaning>.Wrong(problem);
        return line.Flag(Ns) is { } ns
            ? new KubectlMeaning(RestartPod.Name, new() { ["namespace"] = ns, ["pod"] = pod.Name, ["reason"] = $"kubectl delete pod {pod.Name}" }) { Verb = "delete" }
            : QueryVerbs.NeedsNamespace("delete");
    }

    private static Reading<KubectlMeaning> OfNode(KubectlLine line, string plugin)
    {
        IReadOnlyList<string> words = line.Words is [var bare] && !bare.Contains('/', StringComparison.Ordinal) ? ["nodes", bare] : line.Words;
        return KubectlThing.One(words, "this", "nodes").Failed(out var problem, out var node)
            ? Reading<KubectlMeaning>.Wrong(problem)
            : new KubectlMeaning(plugin, new() { ["node"] = node.Name, ["reason"] = $"kubectl {plugin.Split('.')[1].Replace('_', ' ')} {node.Name}" });
    }

    private static Reading<KubectlMeaning> SetAmounts(KubectlLine line)
    {
        if ((line.Flag(KubectlFlags.Container) ?? line.Flag(KubectlFlags.Containers)) is not { } container)
            return Reading<KubectlMeaning>.Wrong("set resources: name the container with -c");
        if ((line.Flag(KubectlFlags.Limits) ?? line.Flag(KubectlFlags.Requests)) is null)
            return Reading<KubectlMeaning>.Wrong("set resources: name --limits, --requests or both");
        return OfDeployment(line, SetResources.Name, arguments =>
        {
            arguments["container"] = container;
            return Amounts(line, KubectlFlags.Limits, "limit", arguments) ?? Amounts(line, KubectlFlags.Requests, "request", arguments);
        });
    }

    private static string? Amounts(KubectlLine line, string flag, string suffix, JsonObject arguments)
    {
        foreach (var amount in (line.Flag(flag) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('=')))
            if (!arguments.TryAdd($"{amount[0]}_{suffix}", amount[1]))
                return $"set resources: {amount[0]} is given twice in --{flag}";
        return null;
    }

    private static Reading<KubectlMeaning> OfDeployment(KubectlLine line, string plugin, Func<KubectlLine, JsonObject, string?> more)
    {
        if (KubectlThing.One(line.Words, "this", "deployments").Failed(out var problem, out var thing))
            return Reading<KubectlMeaning>.Wrong(problem);
        if (line.Flag(Ns) is not { } ns)
            return QueryVerbs.NeedsNamespace(plugin.Split('.')[1].Replace('_', ' '));
        var arguments = new JsonObject { ["namespace"] = ns, ["deployment"] = thing.Name };
        return more(line, arguments) is { } wrong ? Reading<KubectlMeaning>.Wrong(wrong) : new KubectlMeaning(plugin, arguments);
    }

    private static Reading<KubectlMeaning> OfDeployment(KubectlLine line, string plugin, Func<JsonObject, string?> more) =>
        OfDeployment(line, plugin, (_, arguments) => more(arguments));
}
