using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Docker;

/// <summary>Containers as the Engine API shows them.</summary>
internal static class DockerJson
{
    public static JsonObject Version() => new()
    {
        ["Platform"] = new JsonObject { ["Name"] = "Practice Docker Engine" },
        ["Version"] = "27.0.0",
        ["ApiVersion"] = DockerApi.Version,
        ["MinAPIVersion"] = "1.24",
        ["GitCommit"] = "practice",
        ["GoVersion"] = "none",
        ["Os"] = "linux",
        ["Arch"] = "amd64",
        ["KernelVersion"] = "0",
        ["BuildTime"] = "",
    };

    public static JsonObject Summary(DockerContainer container) => new()
    {
        ["Id"] = container.Id,
        ["Names"] = new JsonArray($"/{container.Name}"),
        ["Image"] = container.Image,
        ["ImageID"] = $"sha256:{container.Id}",
        ["Command"] = container.Command,
        ["Created"] = container.Created.ToUnixTimeSeconds(),
        ["Ports"] = new JsonArray(),
        ["Labels"] = Labels(container),
        ["State"] = container.Status,
        ["Status"] = Status(container),
        ["HostConfig"] = new JsonObject { ["NetworkMode"] = "default" },
        ["NetworkSettings"] = new JsonObject { ["Networks"] = new JsonObject() },
        ["Mounts"] = new JsonArray(),
    };

    public static JsonObject Inspect(DockerContainer container)
    {
        var state = new JsonObject
        {
            ["Status"] = container.Status,
            ["Running"] = container.Running,
            ["Paused"] = false,
            ["Restarting"] = false,
            ["OOMKilled"] = false,
            ["Dead"] = false,
            ["Pid"] = container.Running ? 4242 : 0,
            ["ExitCode"] = container.ExitCode,
            ["Error"] = "",
            ["StartedAt"] = Time(container.StartedAt),
            ["FinishedAt"] = container.FinishedAt is { } finished ? Time(finished) : "0001-01-01T00:00:00Z",
        };
        if (container.Health is { } health)
            state["Health"] = new JsonObject { ["Status"] = health, ["FailingStreak"] = health == "unhealthy" ? 3 : 0, ["Log"] = new JsonArray() };
        return new()
        {
            ["Id"] = container.Id,
            ["Created"] = Time(container.Created),
            ["Path"] = container.Command,
            ["Args"] = new JsonArray(),
            ["State"] = state,
            ["Image"] = $"sha256:{container.Id}",
            ["Name"] = $"/{container.Name}",
            ["RestartCount"] = container.RestartCount,
            ["Driver"] = "overlay2",
            ["Platform"] = "linux",
            ["Config"] = new JsonObject
            {
                ["Image"] = container.Image,
                ["Labels"] = Labels(container),
                ["Tty"] = false,
                ["Env"] = new JsonArray("DB_PASSWORD=hunter2"),
            },
            ["HostConfig"] = new JsonObject { ["RestartPolicy"] = new JsonObject { ["Name"] = "unless-stopped", ["MaximumRetryCount"] = 0 } },
            ["NetworkSettings"] = new JsonObject { ["Networks"] = new JsonObject() },
            ["Mounts"] = new JsonArray(),
        };
    }

    private static string Status(DockerContainer container) => container switch
    {
        { Running: true, Health: { } health } => $"Up a while ({health})",
        { Running: true } => "Up a while",
        _ => $"Exited ({container.ExitCode}) a while ago",
    };

    private static JsonObject Labels(DockerContainer container)
    {
        var labels = new JsonObject();
        foreach (var (name, value) in container.Labels)
            labels[name] = value;
        return labels;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);
}
