using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Databases;

/// <summary>What the diagnostics answer: our own, documented shapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SlowQueriesData))]
[JsonSerializable(typeof(LockWaitsData))]
[JsonSerializable(typeof(ConnectionsData))]
[JsonSerializable(typeof(ReplicationData))]
[JsonSerializable(typeof(BloatData))]
internal sealed partial class DbData : JsonSerializerContext
{
    /// <summary>Texts in any language stay readable; control characters are always escaped.</summary>
    public static DbData Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
