using System.Text.Json;

namespace AiFixer.Tests.Core.Incidents.Samples;

/// <summary>Whether everything that one JSON says is also said by another, which may say more.</summary>
internal static class JsonPart
{
    /// <summary>The places at which the whole lacks or contradicts the part.</summary>
    public static IEnumerable<string> Missing(JsonElement part, JsonElement whole, string path = "$")
    {
        if (part.ValueKind != whole.ValueKind)
            return [path];
        return part.ValueKind switch
        {
            JsonValueKind.Object => part.EnumerateObject().SelectMany(property => whole.TryGetProperty(property.Name, out var value)
                ? Missing(property.Value, value, $"{path}.{property.Name}")
                : [$"{path}.{property.Name}"]),
            JsonValueKind.Array when part.GetArrayLength() == whole.GetArrayLength() => part.EnumerateArray()
                .SelectMany((item, index) => Missing(item, whole[index], $"{path}[{index}]")),
            _ => JsonElement.DeepEquals(part, whole) ? [] : [path],
        };
    }
}
