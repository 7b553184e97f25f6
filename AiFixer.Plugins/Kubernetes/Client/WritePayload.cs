using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A write exactly as it is sent; its JSON is a plan's payload.</summary>
internal sealed record WritePayload(string Method, string Path, string ContentType, string Body)
{
    public const string JsonPatch = "application/json-patch+json";
    public const string MergePatch = "application/merge-patch+json";
    public const string StrategicMergePatch = "application/strategic-merge-patch+json";
    private const string Json = "application/json";
    private const string Eviction = "/eviction";

    /// <summary>Who replaces the target once it is gone; what comes after is judged by it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OwnerReference? Owner { get; init; }

    public static WritePayload Patch(string path, string contentType, string body) =>
        new("PATCH", $"{path}?fieldManager=aifixer", contentType, body);

    public static WritePayload Create(string path, string body) => new("POST", $"{path}?fieldManager=aifixer", Json, body);

    /// <summary>Deletes one pod and no other that may have its name later.</summary>
    public static WritePayload DeletePod(string ns, string name, string uid) =>
        new("DELETE", KubePaths.Pod(ns, name), Json, Options("DeleteOptions", "v1", uid).ToJsonString());

    /// <summary>The same, unless a disruption budget is against it.</summary>
    public static WritePayload EvictPod(string ns, string name, string uid) => new("POST", KubePaths.Pod(ns, name) + Eviction, Json, new JsonObject
    {
        ["kind"] = "Eviction",
        ["apiVersion"] = "policy/v1",
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = ns },
        ["deleteOptions"] = new JsonObject { ["preconditions"] = new JsonObject { ["uid"] = uid } },
    }.ToJsonString());

    public static WritePayload? TryParse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, KubeJson.Default.WritePayload) is { Method: "PATCH" or "POST" or "DELETE" } write ? write : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToPayload() => JsonSerializer.Serialize(this, KubeJson.Default.WritePayload);

    /// <summary>The call as people read it.</summary>
    public string ToCall() => OutsideText.Visible($"{Method} {Path}\nContent-Type: {ContentType}\n\n{PrettyJson.Of(Body)}");

    public KubeRequest ToRequest(bool dryRun)
    {
        var (path, body) = dryRun ? DryRun() : (Path, Body);
        return new(new(Method), path, Encoding.UTF8.GetBytes(body), ContentType) { ChangesNothing = dryRun };
    }

    /// <summary>Of a deletion with a body the API reads the options there and nowhere else.</summary>
    private (string Path, string Body) DryRun()
    {
        var inBody = Method == "DELETE" || Path.EndsWith(Eviction, StringComparison.Ordinal);
        if (!inBody)
            return ($"{Path}&dryRun=All", Body);
        var body = JsonNode.Parse(Body)!.AsObject();
        var options = Method == "DELETE" ? body : body["deleteOptions"]!.AsObject();
        options["dryRun"] = new JsonArray("All");
        return (Path, body.ToJsonString());
    }

    private static JsonObject Options(string kind, string version, string uid) => new()
    {
        ["kind"] = kind,
        ["apiVersion"] = version,
        ["preconditions"] = new JsonObject { ["uid"] = uid },
    };
}
