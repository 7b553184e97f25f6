using System.Text.Json.Serialization;

namespace AiFixer.Core.Incidents;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(Incident))]
internal sealed partial class IncidentJsonContext : JsonSerializerContext;
