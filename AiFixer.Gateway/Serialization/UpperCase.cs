using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.Gateway.Serialization;

/// <summary>Writes values as <c>DOCKER_RESTART</c>.</summary>
internal sealed class UpperCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where T : struct, Enum;
