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

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
