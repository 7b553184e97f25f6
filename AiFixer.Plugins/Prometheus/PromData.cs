using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Prometheus;

/// <summary>What the plugins answer. A value that is no number is written as <c>"NaN"</c> or <c>"Infinity"</c>, never as zero.</summary>
[JsonSerializable(typeof(MetricsData))]
internal sealed partial class PromData : JsonSerializerContext
{
    public static PromData Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
