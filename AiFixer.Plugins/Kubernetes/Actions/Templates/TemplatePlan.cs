using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// Plans a change of a deployment's template. The cluster's own dry run says what becomes of it, defaults and all; that is
/// what is shown, sent, and looked for afterwards.
/// </summary>
internal static class TemplatePlan
{
    public static async Task<PreviewResult> OfAsync(
        KubeClient client, KubeArguments arguments, Rollout rollout, JsonObject template, string radius, CancellationToken cancellationToken)
    {
        var now = rollout.Deployment;
        if ((await TryAsync(client, now, template.ToJsonString(), cancellationToken)).Failed(out var error, out var after))
            return error.ToPreview();
        if (TemplateText.Canonical(after.Spec.Template) == TemplateText.Canonical(now.Spec.Template))
            return PreviewResult.Impossible($"{now.Metadata.Name} is so already");
        var settled = after.Spec.Template.GetRawText();
        if ((await TryAsync(client, now, settled, cancellationToken)).Failed(out error, out after))
            return error.ToPreview();
        var (target, patch) = (DeploymentTarget.Of(arguments, now.Metadata), TemplatePatch.Of(now, settled));
        return PreviewResult.Of(new(
            target, patch.ToCall(), patch.ToPayload(),
            LineDiff.Of(target.ToString(), YamlLines.Of(now.Spec.Template), YamlLines.Of(after.Spec.Template)),
            PlanHash.Of(("uid", now.Metadata.Uid), ("template", TemplateText.Canonical(now.Spec.Template))),
            $"{DeploymentTarget.Replacing(now)}{radius}", Undo: DeploymentTarget.BackTo(arguments, rollout))
        {
            Labels = ObjectLabels.Of(now.Metadata),
            Affected = now.Desired,
        });
    }

    private static Task<KubeResult<Deployment>> TryAsync(KubeClient client, Deployment now, string template, CancellationToken cancellationToken) =>
        client.TryWriteAsync(TemplatePatch.Of(now, template), KubeJson.Default.Deployment, cancellationToken);
}
