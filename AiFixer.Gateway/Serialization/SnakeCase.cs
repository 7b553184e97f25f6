using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Gateway.Serialization;

/// <summary>Writes values as <c>awaiting_proposal_approval</c>.</summary>
internal sealed class SnakeCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
