using System.Globalization;
using System.Text;

namespace AiFixer.Plugins.Runbooks;

/// <summary>
/// The words of a text, in lower case. Chinese, Japanese and Korean put no space between theirs: there every two neighbours are one.
/// </summary>
internal static class SearchWords
{
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsJoined(rune))
            {
                End(word, words);
                words.Add(before is { } left ? $"{left}{rune}" : rune.ToString());
                before = rune;
                continue;
            }

            before = null;
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else
                End(word, words);
        }

        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }

    private static bool IsJoined(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter && rune.Value is (>= 0x3040 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0x20000 and <= 0x3FFFF);
}
