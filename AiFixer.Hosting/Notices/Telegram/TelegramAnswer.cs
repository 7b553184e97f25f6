using System.Globalization;
using System.Text.Json;

namespace AiFixer.Hosting.Notices.Telegram;

/// <summary>What the Bot API says to whatever it was asked.</summary>
/// <param name="Code">Its own number of what is wrong.</param>
/// <param name="Advice">What can be done about it, to be put behind the description; often empty.</param>
internal sealed record TelegramAnswer(bool Ok, int? Code, string Description, string Advice)
{
    /// <summary>Null when this is not how it answers.</summary>
    public static TelegramAnswer? Of(string said)
    {
        try
        {
            using var document = JsonDocument.Parse(said);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("ok", out var ok) || ok.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return null;
            var parameters = root.TryGetProperty("parameters", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
            return new(
                ok.ValueKind == JsonValueKind.True, (int?)Number(root, "error_code"),
                root.TryGetProperty("description", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "",
                Number(parameters, "migrate_to_chat_id") is { } moved ? string.Create(CultureInfo.InvariantCulture, $" (the chat is {moved} now: Notifiers:Telegram:Chat)") : "");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or a text in it that is none.
            return null;
        }
    }

    private static long? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var number)
            ? number
            : null;
}
