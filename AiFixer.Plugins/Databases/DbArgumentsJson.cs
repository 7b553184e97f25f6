using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Databases;

/// <summary>What the plugins take.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DbArguments))]
internal sealed partial class DbArgumentsJson : JsonSerializerContext;
