using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Ssh;

/// <summary>What the plugin takes, and what its plans carry.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SshArguments))]
[JsonSerializable(typeof(SshOrder))]
internal sealed partial class SshJson : JsonSerializerContext;
