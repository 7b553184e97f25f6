using System.Text.Json;

namespace AiFixer.Plugins.Docker;

/// <summary>The arguments of <c>docker.restart</c>.</summary>
internal sealed record DockerArguments
{
    public string Connection { get; set; } = "";

    public string Container { get; set; } = "";

    public bool Compose { get; init; }

    public string? Project { get; init; }

    public static DockerArguments Of(PluginCall call) => JsonSerializer.Deserialize(call.Arguments, DockerArgumentsJson.Default.DockerArguments)!;
}
