using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Loki;

/// <summary>What the plugin answers.</summary>
[JsonSerializable(typeof(LogsData))]
internal sealed partial class LokiData : JsonSerializerContext
{
    public static LokiData Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
