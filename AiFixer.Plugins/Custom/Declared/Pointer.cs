using System.Globalization;
using System.Text.Json;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class Pointer
{
    public static bool IsOne(string pointer) => pointer.Length == 0 || pointer[0] == '/';

    /// <summary>Null when there is nothing there.</summary>
    public static JsonElement? Read(JsonElement root, string pointer)
    {
        var at = root;
        foreach (var step in pointer.Split('/').Skip(1).Select(Unescaped))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out var member))
                at = member;
            else if (at.ValueKind == JsonValueKind.Array && Index(step) is { } index && index < at.GetArrayLength())
                at = at[index];
            else
                return null;
        }

        return at;
    }

    private static string Unescaped(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static int? Index(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
