using System.Text.Json.Nodes;

namespace AiFixer.Lark.Intake;

/// <summary>What the sender hears.</summary>
/// <param name="Status">As in HTTP.</param>
/// <param name="IsAnswer">Whether the body says something to whoever clicked, rather than to the platform alone.</param>
internal sealed record LarkResponse(int Status, JsonObject Body, bool IsAnswer = false)
{
    public static LarkResponse Taken { get; } = Said(200, "success");

    public static LarkResponse Said(int status, string message) => new(status, new() { ["msg"] = message });
}
