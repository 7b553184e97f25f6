using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Core.Incidents.Samples;

/// <summary>Finds what the serializer can write of a type and no sample says.</summary>
internal static class UnsampledFields
{
    /// <param name="samples">All there is of the type.</param>
    public static IEnumerable<string> Of(Type type, IReadOnlyList<JsonElement> samples, string path) =>
        Of(IncidentJsonContext.Default.GetTypeInfo(type)!, [.. samples.Where(sample => sample.ValueKind != JsonValueKind.Null)], path);

    private static IEnumerable<string> Of(JsonTypeInfo type, IReadOnlyList<JsonElement> samples, string path) => samples.Count == 0 ? [path] : type.Kind switch
    {
        JsonTypeInfoKind.Object => type.Properties.Where(IsWritten).SelectMany(property => Of(property.PropertyType, Values(samples, property.Name), $"{path}.{property.Name}")),
        JsonTypeInfoKind.Enumerable => Of(type.ElementType!, [.. samples.SelectMany(sample => sample.EnumerateArray())], $"{path}[]"),
        JsonTypeInfoKind.Dictionary => Of(type.ElementType!, [.. samples.SelectMany(sample => sample.EnumerateObject()).Select(entry => entry.Value)], $"{path}[]"),
        _ => [],
    };

    private static List<JsonElement> Values(IReadOnlyList<JsonElement> samples, string name) =>
        [.. samples.Where(sample => sample.TryGetProperty(name, out _)).Select(sample => sample.GetProperty(name))];

    private static bool IsWritten(JsonPropertyInfo property) =>
        property.Get is not null && property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is not [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Always }];
}
