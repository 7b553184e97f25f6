using System.Text.Json.Serialization;

namespace AiFixer.Storage.Audit;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class AuditJson : JsonSerializerContext;
