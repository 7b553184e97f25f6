using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Changes;

/// <summary>What the plugin answers.</summary>
[JsonSerializable(typeof(ChangesData))]
internal sealed partial class ChangesJson : JsonSerializerContext
{
    public static ChangesJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
