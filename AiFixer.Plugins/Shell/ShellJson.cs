using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Shell;

/// <summary>What the plugins take and answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShellArguments))]
[JsonSerializable(typeof(ShellData))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class ShellJson : JsonSerializerContext;
