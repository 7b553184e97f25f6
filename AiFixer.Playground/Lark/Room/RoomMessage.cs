using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Room;

/// <summary>A message as it is now.</summary>
/// <param name="Id">Such as <c>om_…</c>.</param>
/// <param name="SenderId">An open id, or the app's id.</param>
/// <param name="SenderType"><c>user</c> or <c>app</c>.</param>
/// <param name="Type"><c>text</c>, <c>post</c>, <c>interactive</c>, ….</param>
/// <param name="Content">JSON, as the platform keeps it.</param>
public sealed record RoomMessage(
    string Id, string ChatId, string SenderId, string SenderType, string Type, string Content, DateTimeOffset CreatedAt)
{
    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    /// <summary>How often its content was replaced.</summary>
    public int Updates { get; init; }

    public bool Recalled { get; init; }

    public string? RootId { get; init; }

    public string? ParentId { get; init; }

    public string? ThreadId { get; init; }

    public IReadOnlyList<RoomMention> Mentions { get; init; } = [];

    public IReadOnlyList<RoomReaction> Reactions { get; init; } = [];

    /// <summary>Its card; null when it is none.</summary>
    public JsonObject? Card => Type == "interactive" ? JsonNode.Parse(Content) as JsonObject : null;

    /// <summary>Its text, people named by their names; empty when it is no text.</summary>
    public string Text => Type == "text" && JsonNode.Parse(Content)?["text"] is JsonValue text
        ? Mentions.Aggregate(text.GetValue<string>(), (said, one) => said.Replace(one.Key, $"@{one.Person.Name}", StringComparison.Ordinal))
        : "";
}
