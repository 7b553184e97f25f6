using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Docker;

/// <summary>What the plugin takes, and what its plans carry.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DockerArguments))]
[JsonSerializable(typeof(RestartOrder))]
internal sealed partial class DockerArgumentsJson : JsonSerializerContext;
