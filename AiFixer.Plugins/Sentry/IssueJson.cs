using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Sentry;

/// <summary>What the plugin answers.</summary>
[JsonSerializable(typeof(IssueData))]
internal sealed partial class IssueJson : JsonSerializerContext
{
    public static IssueJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
