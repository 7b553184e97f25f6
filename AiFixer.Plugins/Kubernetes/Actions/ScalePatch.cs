using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// The patch of a scale. It tests identity and the present number; at zero the API leaves the number out, so there is
/// nothing to test but the identity.
/// </summary>
internal static class ScalePatch
{
    public static WritePayload Of(string path, Scale now, int replicas) => now.Spec?.Replicas is > 0 and var current
        ? WritePayload.Patch(path, WritePayload.JsonPatch, new JsonArray(
            Operation("test", "/metadata/uid", now.Metadata.Uid),
            Operation("test", "/spec/replicas", current),
            Operation("replace", "/spec/replicas", replicas)).ToJsonString())
        : WritePayload.Patch(path, WritePayload.MergePatch, new JsonObject
        {
            ["metadata"] = new JsonObject { ["uid"] = now.Metadata.Uid },
            ["spec"] = new JsonObject { ["replicas"] = replicas },
        }.ToJsonString());

    /// <summary>A third number is neither: somebody, or an autoscaler, moved it since.</summary>
    public static ExecuteOutcome Applied(Deployment now, ActionPlan plan)
    {
        if (WritePayload.TryParse(plan.Payload) is not { } patch)
            return ExecuteOutcome.Unknown;
        var (from, to) = Numbers(JsonNode.Parse(patch.Body));
        if (now.Desired == to)
            return ExecuteOutcome.Done;
        return now.Desired == from ? ExecuteOutcome.NotDone : ExecuteOutcome.Unknown;
    }

    private static (int? From, int? To) Numbers(JsonNode? body) => body switch
    {
        JsonArray { Count: 3 } operations => ((int?)operations[1]?["value"], (int?)operations[2]?["value"]),
        _ => (0, (int?)body?["spec"]?["replicas"]),
    };

    private static JsonObject Operation(string kind, string path, JsonNode value) =>
        new() { ["op"] = kind, ["path"] = path, ["value"] = value };
}
