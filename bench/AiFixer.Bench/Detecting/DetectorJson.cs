using System.Text.Json.Serialization;

namespace AiFixer.Bench.Detecting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DetectorTimes))]
internal sealed partial class DetectorJson : JsonSerializerContext;
