using System.Buffers;
using System.Globalization;
using System.Text;

namespace AiFixer.Core.Alerts;

/// <summary>
/// Makes text from outside safe to show, store and log: what is invisible, turns the reading direction or is half a
/// character becomes U+FFFD, and what is too long is cut with a mark.
/// </summary>
public static class TextCleaner
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        Range('\u0000', '\u001F') + Range('\u007F', '\u009F') + "\u00AD\u061C\u180E\uFEFF\uFFFE\uFFFF" +
        Range('\u200B', '\u200F') + Range('\u2028', '\u202E') + Range('\u2060', '\u206F') +
        Range('\uD800', '\uDFFF') + Range('\uFFF9', '\uFFFB'));

    /// <summary>Cleans a text of one line: line breaks and tabs become spaces.</summary>
    public static string Line(string text, int limit) => Clean(text, limit, lines: false);

    /// <summary>Cleans a text that may have several lines.</summary>
    public static string Lines(string text, int limit) => Clean(text, limit, lines: true);

    private static string Clean(string text, int limit, bool lines)
    {
        var kept = text.AsSpan(0, Math.Min(text.Length, limit));
        if (kept.Length < text.Length && char.IsHighSurrogate(kept[^1]))
            kept = kept[..^1];
        if (kept.IndexOfAny(Suspicious) < 0)
            return kept.Length == text.Length ? text : Marked(new(kept), text.Length - kept.Length);
        var cleaned = Rewrite(kept, lines);
        return kept.Length == text.Length ? cleaned : Marked(cleaned, text.Length - kept.Length);
    }

    private static string Rewrite(ReadOnlySpan<char> text, bool lines)
    {
        var cleaned = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var whole = Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done;
            if (!whole)
                cleaned.Append(Replacement);
            else if (rune.Value is '\r' && text.Length > 1 && text[1] == '\n')
                length = 1;
            else if (rune.Value is '\n' or '\r' or '\t')
                cleaned.Append(!lines ? ' ' : rune.Value is '\t' ? '\t' : '\n');
            else if (IsHidden(rune))
                cleaned.Append(Replacement);
            else
                cleaned.Append(text[..length]);
            text = text[length..];
        }

        return cleaned.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        rune.Value <= 0xFFFF
            ? Suspicious.Contains((char)rune.Value)
            : rune.Value is >= 0xE0000 and <= 0xE0FFF || (rune.Value & 0xFFFE) == 0xFFFE;

    private static string Marked(string text, int cut) =>
        string.Create(CultureInfo.InvariantCulture, $"{text}… [{cut} characters cut]");

    private static string Range(char first, char last) =>
        string.Create(last - first + 1, first, static (span, start) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)(start + i);
        });
}
