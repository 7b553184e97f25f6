using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Printing;

internal static class QuotaCells
{
    public static JsonNode Used(JsonObject json, bool limits)
    {
        var (hard, used) = (json.Obj("status").Obj("hard") ?? [], json.Obj("status").Obj("used"));
        return string.Join(", ", hard.Where(pair => pair.Key.StartsWith("limits", StringComparison.Ordinal) == limits)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {used?[pair.Key]}/{pair.Value}"));
    }
}
