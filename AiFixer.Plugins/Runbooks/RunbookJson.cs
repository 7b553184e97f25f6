using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Runbooks;

/// <summary>What the plugin takes and answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunbookArguments))]
[JsonSerializable(typeof(RunbooksData))]
internal sealed partial class RunbookJson : JsonSerializerContext
{
    /// <summary>Texts in any language stay readable.</summary>
    public static RunbookJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
