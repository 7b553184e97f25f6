using System.Text;
using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A patch exactly as it is sent; its JSON is a plan's payload.</summary>
internal sealed record PatchPayload(string Method, string Path, string ContentType, string Body)
{
    public const string JsonPatch = "application/json-patch+json";
    public const string MergePatch = "application/merge-patch+json";
    public const string StrategicMergePatch = "application/strategic-merge-patch+json";

    public static PatchPayload Of(string path, string contentType, string body) =>
        new("PATCH", $"{path}?fieldManager=aifixer", contentType, body);

    public static PatchPayload? TryParse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, KubeJson.Default.PatchPayload) is { Method: "PATCH" } patch ? patch : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToPayload() => JsonSerializer.Serialize(this, KubeJson.Default.PatchPayload);

    /// <summary>The call as people read it.</summary>
    public string ToCall() => OutsideText.Visible($"{Method} {Path}\nContent-Type: {ContentType}\n\n{PrettyJson.Of(Body)}");

    public KubeRequest ToRequest(bool dryRun) =>
        new(HttpMethod.Patch, dryRun ? $"{Path}&dryRun=All" : Path, Encoding.UTF8.GetBytes(Body), ContentType) { ChangesNothing = dryRun };
}
