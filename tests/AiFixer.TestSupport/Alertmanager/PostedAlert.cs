using System.Text.Json.Serialization;

namespace AiFixer.TestSupport;

/// <summary>An alert as the API v2 takes it. No end: it fires until the resolve timeout.</summary>
public sealed record PostedAlert(
    [property: JsonPropertyName("labels")] IReadOnlyDictionary<string, string> Labels,
    [property: JsonPropertyName("annotations")] IReadOnlyDictionary<string, string>? Annotations = null,
    [property: JsonPropertyName("startsAt")] DateTimeOffset? StartsAt = null,
    [property: JsonPropertyName("endsAt")] DateTimeOffset? EndsAt = null,
    [property: JsonPropertyName("generatorURL")] string? GeneratorUrl = null);
