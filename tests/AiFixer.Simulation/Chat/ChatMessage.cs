using System.Text.Json.Nodes;

namespace AiFixer.Simulation.Chat;

/// <summary>A message as people see it.</summary>
/// <param name="Root">What it answers; null when it answers nothing.</param>
internal sealed class ChatMessage(string id, string? root, JsonObject card)
{
    public string Id => id;

    public string? Root => root;

    /// <summary>When it was sent, by the true time.</summary>
    public long At { get; init; }

    public JsonObject Card { get; set; } = card;

    /// <summary>Every card it ever showed: somebody may still look at one of them.</summary>
    public List<JsonObject> Shown { get; } = [card];
}
