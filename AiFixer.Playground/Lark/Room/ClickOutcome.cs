using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Room;

/// <summary>What somebody who clicked sees.</summary>
/// <param name="Code">0 when the app answered well; else what the client shows, such as 200341: no answer in time.</param>
/// <param name="Toast">The app's short answer; null when it gave none.</param>
public sealed record ClickOutcome(int Code, JsonObject? Toast)
{
    public string Kind => Said("type");

    public string Text => Said("content");

    private string Said(string name) => Toast?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
