using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>
/// Reads strings as they are. The framework's reader throws for half a surrogate pair and for bytes that are no UTF-8;
/// here the one stays half and the other becomes U+FFFD, for <see cref="TextCleaner"/> to deal with.
/// </summary>
internal static class JsonText
{
    public static string Read(ref Utf8JsonReader reader)
    {
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.ValueIsEscaped ? Unescape(text) : text;
    }

    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.ValueIsEscaped
            ? Read(ref reader) == Encoding.UTF8.GetString(text)
            : reader.ValueSpan.SequenceEqual(text);

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
                plain.Append(text[i]);
            else if (text[++i] == 'u')
            {
                plain.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
                plain.Append(Named(text[i]));
        }

        return plain.ToString();
    }

    private static char Named(char letter) => letter switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => letter,
    };
}
