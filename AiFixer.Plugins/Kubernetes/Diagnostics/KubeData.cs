using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What the diagnostics answer: our own, documented shapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PodsData))]
[JsonSerializable(typeof(EventsData))]
[JsonSerializable(typeof(LogsData))]
[JsonSerializable(typeof(HistoryData))]
[JsonSerializable(typeof(TopPodsData))]
[JsonSerializable(typeof(TopNodesData))]
[JsonSerializable(typeof(PodDescription))]
[JsonSerializable(typeof(NodeDescription))]
[JsonSerializable(typeof(string))]
internal sealed partial class KubeData : JsonSerializerContext
{
    /// <summary>Texts in any language stay readable; control characters are always escaped.</summary>
    public static KubeData Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
