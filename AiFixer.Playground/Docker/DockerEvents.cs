using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Docker;

/// <summary>What happened between two times, one JSON object a line. Following what will happen is not served.</summary>
internal static class DockerEvents
{
    public static Task AnswerAsync(HttpContext context, DockerWorld world)
    {
        var query = context.Request.Query;
        if (!TryTime(query["since"], out var since) || !TryTime(query["until"], out var until))
            return DockerAnswer.ErrorAsync(context, 400, "since and until are needed here");
        if (!DockerFilters.TryRead(query["filters"], out var filters))
            return DockerAnswer.ErrorAsync(context, 400, "invalid filter");
        var containers = filters["container"].ToList();
        var shown = world.EventsOf(since, until).Where(e => containers.Count == 0 || containers.Any(c => e.Container.StartsWith(c, StringComparison.Ordinal) || e.Name == c));
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(string.Concat(shown.Select(e => Event(e).ToJsonString() + "\n")));
    }

    private static JsonObject Event(DockerEvent happened) => new()
    {
        ["Type"] = "container",
        ["Action"] = happened.Action,
        ["Actor"] = new JsonObject { ["ID"] = happened.Container, ["Attributes"] = new JsonObject { ["name"] = happened.Name } },
        ["time"] = happened.At.ToUnixTimeSeconds(),
    };

    private static bool TryTime(string? text, out DateTimeOffset time)
    {
        var read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        time = read && seconds < 100_000_000_000 ? DateTimeOffset.UnixEpoch + TimeSpan.FromMilliseconds((double)(seconds * 1000)) : default;
        return read;
    }
}
