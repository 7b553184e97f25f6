using System.Text.Json.Nodes;
using AiFixer.Core;

namespace AiFixer.Lark.Room;

/// <summary>What a button carries.</summary>
/// <param name="Part">The card it is on.</param>
internal sealed record ClickValue(ClickKind Kind, IncidentId Incident, string Part)
{
    private const int LongestPart = 100;

    public JsonObject ToJson() => new() { ["op"] = Kind.ToString().ToLowerInvariant(), ["inc"] = Incident.Value, ["part"] = Part };

    /// <summary>Null when it is none of ours.</summary>
    public static ClickValue? Read(JsonObject value) =>
        Text(value, "op") is { } op && Enum.TryParse<ClickKind>(op, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(op[0])
        && IncidentId.TryParse(Text(value, "inc"), out var incident)
        && Text(value, "part") is { Length: > 0 and <= LongestPart } part
            ? new(kind, incident, part)
            : null;

    private static string? Text(JsonObject value, string name) =>
        value[name] is JsonValue field && field.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
