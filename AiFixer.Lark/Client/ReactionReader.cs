using System.Text.Json.Nodes;

namespace AiFixer.Lark.Client;

/// <summary>Reads a page of the signs on a message.</summary>
internal static class ReactionReader
{
    /// <returns>Those that are ours, and what the next page is called; empty when there is none.</returns>
    public static (IReadOnlyList<OwnReaction> Ours, string Next) Page(JsonNode? data, string appId)
    {
        var items = (data as JsonObject)?["items"] as JsonArray ?? [];
        var ours = items
            .Where(item => item.Said("operator", "operator_type") == "app" && item.Said("operator", "operator_id") == appId)
            .Select(item => new OwnReaction(item.Said("reaction_id") ?? "", item.Said("reaction_type", "emoji_type") ?? ""))
            .Where(one => one.Id.Length > 0)
            .ToList();
        var isMore = (data as JsonObject)?["has_more"] is JsonValue more && more.TryGetValue<bool>(out var said) && said;
        return (ours, isMore ? data.Said("page_token") ?? "" : "");
    }
}
