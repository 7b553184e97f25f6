using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Docker;

/// <summary>The engine's error answer.</summary>
internal sealed record DockerMessage
{
    [JsonPropertyName("message")]
    public string Message { get; set; } = "";
}
