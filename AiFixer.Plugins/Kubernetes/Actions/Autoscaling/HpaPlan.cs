using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Plans an autoscaler; the cluster's dry run fills in its defaults, and what comes out is what is sent.</summary>
internal static class HpaPlan
{
    public static async Task<PreviewResult> OfAsync(
        KubeClient client, KubeArguments wish, Deployment deployment, Hpa? now, CancellationToken cancellationToken)
    {
        var asked = await client.TryWriteAsync(Write(wish, now, HpaSpec.Of(wish, now?.Spec)), KubeJson.Default.JsonObject, cancellationToken);
        if (asked.Failed(out var error, out var after))
            return error.ToPreview();
        if (after["spec"] is not JsonObject settled)
            return PreviewResult.Impossible($"cluster '{wish.Connection}' answered a dry run without a spec");
        if (now is not null && JsonNode.DeepEquals(settled, JsonNode.Parse(now.Spec.GetRawText())))
            return PreviewResult.Impossible($"the autoscaler {now.Name} is so already");
        var write = Write(wish, now, settled);
        if ((await client.TryWriteAsync(write, KubeJson.Default.JsonObject, cancellationToken)).Failed(out error, out after))
            return error.ToPreview();
        return PreviewResult.Of(Plan(wish, deployment, now, write, after));
    }

    private static WritePayload Write(KubeArguments wish, Hpa? now, JsonObject spec) =>
        now is null ? HpaPayload.Create(wish, spec) : HpaPayload.Change(wish.Namespace, now, spec);

    private static ActionPlan Plan(KubeArguments wish, Deployment deployment, Hpa? now, WritePayload write, JsonObject after)
    {
        var target = DeploymentTarget.Of(wish, deployment.Metadata);
        var present = HpaRule.Present(deployment);
        return new(
            target, write.ToCall(), write.ToPayload(),
            LineDiff.Of($"autoscaler of {target}", now is null ? [] : YamlLines.Of(now.Spec), YamlLines.Of(JsonSerializer.SerializeToElement(after, KubeJson.Default.JsonObject).GetProperty("spec"))),
            PlanHash.Of(("uid", deployment.Metadata.Uid), ("hpa", now?.Known.Metadata.Uid), ("spec", now?.Spec.GetRawText())),
            Radius(wish, present), Magnitude(wish, now, present), now is null ? null : Undo(wish, now))
        {
            Labels = ObjectLabels.Of(deployment.Metadata),
            Affected = Magnitude(wish, now, present),
        };
    }

    /// <summary>How many more pods it may come to, at once or by load.</summary>
    private static int Magnitude(KubeArguments wish, Hpa? now, int present) =>
        Math.Max(0, Math.Max(wish.MinReplicas - present, wish.MaxReplicas - Math.Max(present, now?.Known.Spec?.MaxReplicas ?? 0)));

    private static string Radius(KubeArguments wish, int present) => wish.MinReplicas > present
        ? $"{wish.MinReplicas - present} more pods start at once; from then on the load decides, up to {wish.MaxReplicas}."
        : $"It has {present} pods; the load decides between {wish.MinReplicas} and {wish.MaxReplicas}.";

    /// <summary>Only what this plugin can say can be taken back by it.</summary>
    private static PluginRequest? Undo(KubeArguments wish, Hpa now)
    {
        var arguments = new JsonObject { ["connection"] = wish.Connection, ["deployment"] = wish.Deployment, ["namespace"] = wish.Namespace };
        if (now.Known.Spec is not { } spec || now.Target("cpu") is null != wish.CpuPercent is null || now.Target("memory") is null != wish.MemoryPercent is null)
            return null;
        arguments["min_replicas"] = spec.MinReplicas ?? 1;
        arguments["max_replicas"] = spec.MaxReplicas;
        if (wish.CpuPercent is not null)
            arguments["cpu_percent"] = now.Target("cpu");
        if (wish.MemoryPercent is not null)
            arguments["memory_percent"] = now.Target("memory");
        return new(ApplyHpa.Name, arguments.ToJsonString());
    }
}
