using System.Globalization;
using System.Text;

namespace AiFixer.Plugins;

/// <summary>Makes text from outside fit for one line of ours: bounded, without line breaks, control or direction marks.</summary>
internal static class OutsideText
{
    public static string Line(string? text, int maxLength)
    {
        var result = new StringBuilder(Math.Min(text?.Length ?? 0, maxLength) + 1);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (result.Length >= maxLength)
                return result.Append('…').ToString();
            result.Append(IsUnseen(rune) ? " " : rune.ToString());
        }

        return result.ToString();
    }

    /// <summary>Spells out what cannot be seen, so that what people approve is what they read. Line breaks and JSON stay as they are.</summary>
    public static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || !IsUnseen(rune))
                result.Append(rune.ToString());
            else
                foreach (var unit in rune.ToString())
                    result.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return result.ToString();
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
