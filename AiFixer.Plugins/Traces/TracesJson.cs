using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Traces;

/// <summary>What the plugin answers.</summary>
[JsonSerializable(typeof(TracesData))]
internal sealed partial class TracesJson : JsonSerializerContext
{
    public static TracesJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
