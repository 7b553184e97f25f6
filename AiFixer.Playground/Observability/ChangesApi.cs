using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Observability;

/// <summary>A service that keeps changes: <c>GET /changes?service=&amp;start=&amp;end=</c>. What names no service may concern any.</summary>
internal sealed class ChangesApi(ITelemetry telemetry)
{
    private static readonly string[] Lists = ["commits", "deploys", "flags", "status"];

    public Answer Handle(string path, Fields fields)
    {
        if (path != "/changes" || telemetry.Changes is not { } changes)
            return Problem(404, "no changes are kept here");
        if (!TryRead(fields, out var start, out var end))
            return Problem(400, "start and end must be times with an offset such as 2026-01-31T12:00:00Z");
        var found = new JsonObject();
        foreach (var list in Lists)
            found[list] = new JsonArray([.. (changes.Arr(list) ?? []).Where(c => Fits(c, fields["service"], start, end)).Select(c => c!.DeepClone())]);
        return Answer.Json(found);
    }

    /// <summary>A window of which either side may be open. A time without an offset is refused.</summary>
    public static bool TryRead(Fields fields, out DateTimeOffset start, out DateTimeOffset end)
    {
        end = DateTimeOffset.MaxValue;
        return Read(fields["start"], DateTimeOffset.MinValue, out start) && Read(fields["end"], DateTimeOffset.MaxValue, out end);
    }

    private static bool Read(string? text, DateTimeOffset otherwise, out DateTimeOffset time)
    {
        time = otherwise;
        return string.IsNullOrEmpty(text)
            || text.Length > 19 && text.AsSpan()[19..].IndexOfAny("Zz+-") >= 0
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static bool Fits(JsonNode? change, string? service, DateTimeOffset start, DateTimeOffset end) =>
        KubeTime.Parse(change.Str("ts")) is { } at && at >= start && at <= end
        && (string.IsNullOrEmpty(service) || change.Str("service") is not { Length: > 0 } about || about == service);

    private static Answer Problem(int code, string detail) => Answer.Json(new JsonObject { ["status"] = code, ["detail"] = detail }, code);
}
