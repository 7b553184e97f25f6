using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Worker.Wire;

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Reply))]
internal sealed partial class WireJson : JsonSerializerContext;
