using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// The write: a new autoscaler, whose name the API gives only once, or a patch that tests identity and the whole present
/// spec. Its status changes all the time, so its resourceVersion would be no test.
/// </summary>
internal static class HpaPayload
{
    public static WritePayload Create(KubeArguments wish, JsonNode spec) => WritePayload.Create(KubePaths.Autoscalers(wish.Namespace), new JsonObject
    {
        ["apiVersion"] = "autoscaling/v2",
        ["kind"] = "HorizontalPodAutoscaler",
        ["metadata"] = new JsonObject { ["name"] = wish.Deployment, ["namespace"] = wish.Namespace },
        ["spec"] = spec.DeepClone(),
    }.ToJsonString());

    public static WritePayload Change(string ns, Hpa now, JsonNode spec) => WritePayload.Patch(
        KubePaths.Autoscaler(ns, now.Name), WritePayload.JsonPatch,
        new JsonArray(
            Operation("test", "/metadata/uid", JsonValue.Create(now.Known.Metadata.Uid)),
            Operation("test", "/spec", JsonNode.Parse(now.Spec.GetRawText())),
            Operation("replace", "/spec", spec.DeepClone())).ToJsonString());

    public static string NameOf(ActionPlan plan) => Body(plan) switch
    {
        JsonObject created => created["metadata"]?["name"]?.ToString() ?? "",
        JsonArray => Uri.UnescapeDataString(WritePayload.TryParse(plan.Payload)!.Path.Split('?')[0].Split('/')[^1]),
        _ => "",
    };

    /// <summary>What is planned, and what there was before: nothing, when it was made.</summary>
    public static (JsonNode? Before, JsonNode? After) Specs(ActionPlan plan) => Body(plan) switch
    {
        JsonObject created => (null, created["spec"]),
        JsonArray { Count: 3 } operations => (operations[1]?["value"], operations[2]?["value"]),
        _ => (null, null),
    };

    private static JsonNode? Body(ActionPlan plan)
    {
        try
        {
            return WritePayload.TryParse(plan.Payload) is { } write ? JsonNode.Parse(write.Body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Operation(string kind, string path, JsonNode? value) =>
        new() { ["op"] = kind, ["path"] = path, ["value"] = value };
}
