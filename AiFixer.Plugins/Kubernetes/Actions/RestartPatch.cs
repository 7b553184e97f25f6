using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Restarting is setting an annotation of the template to a time; the same time twice is one restart.</summary>
internal static class RestartPatch
{
    public static string Body(string uid, string at) => new JsonObject
    {
        ["metadata"] = new JsonObject { ["uid"] = uid },
        ["spec"] = new JsonObject
        {
            ["template"] = new JsonObject
            {
                ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [WellKnown.RestartedAt] = at } },
            },
        },
    }.ToJsonString();

    public static string? RestartedAt(Deployment deployment) => TemplateText.Annotation(deployment.Spec.Template, WellKnown.RestartedAt);

    /// <summary>A later restart by somebody else hides whether ours was there.</summary>
    public static ExecuteOutcome Applied(Deployment now, ActionPlan plan)
    {
        var planned = WritePayload.TryParse(plan.Payload) is { } patch
            ? JsonNode.Parse(patch.Body)?["spec"]?["template"]?["metadata"]?["annotations"]?[WellKnown.RestartedAt]?.ToString()
            : null;
        var current = RestartedAt(now);
        if (planned is null)
            return ExecuteOutcome.Unknown;
        if (current == planned)
            return ExecuteOutcome.Done;
        return IsBefore(current, planned) ? ExecuteOutcome.NotDone : ExecuteOutcome.Unknown;
    }

    private static bool IsBefore(string? current, string planned) =>
        current is null
        || (DateTimeOffset.TryParse(current, CultureInfo.InvariantCulture, out var last)
            && DateTimeOffset.TryParse(planned, CultureInfo.InvariantCulture, out var ours)
            && last < ours);
}
