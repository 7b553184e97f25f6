using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Push;

namespace AiFixer.Playground.Lark.Room;

/// <summary>Reads what the app answered to a click, as the platform does.</summary>
internal static class ClickAnswers
{
    private const int Malformed = 200672;
    private const int BadCard = 200673;
    private static readonly string[] Kinds = ["info", "success", "error", "warning"];

    public static (ClickOutcome Outcome, JsonObject? Card) Read(PushAnswer answer)
    {
        if (answer.Problem != 0)
            return (new(answer.Problem, null), null);
        if (Parse(answer.Body) is not { } body)
            return (new(Malformed, null), null);
        var toast = body["toast"] as JsonObject;
        if (toast is not null && (toast["type"] is not JsonValue kind || !kind.TryGetValue<string>(out var said) || !Kinds.Contains(said)))
            return (new(Malformed, null), null);
        if (body["card"] is not JsonObject card)
            return (new(0, toast), null);
        return card["data"] is JsonObject data && Rest.CardCheck.Problem(data) is null
            ? (new(0, toast), (JsonObject)data.DeepClone())
            : (new(BadCard, toast), null);
    }

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
