using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What the plugins take.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KubeArguments))]
internal sealed partial class KubeArgumentsJson : JsonSerializerContext;
