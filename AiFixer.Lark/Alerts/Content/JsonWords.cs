using System.Text.Json;

namespace AiFixer.Lark.Alerts;

/// <summary>Text of a JSON element; half a character in it is no reason to fail.</summary>
internal static class JsonWords
{
    public static string Of(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }

    public static string Of(JsonElement parent, string name) => parent.TryGetProperty(name, out var element) ? Of(element) : "";
}
