using System.Text.Json.Serialization;

namespace AiFixer.Core.Policy;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PolicyOptions))]
[JsonSerializable(typeof(RememberedApproval))]
internal sealed partial class PolicyJsonContext : JsonSerializerContext;
