using System.Text;

namespace AiFixer.Storage.Reading;

internal static class LikePattern
{
    private const int Longest = 200;

    /// <summary>Finds a text that has this in it, letter by letter: its wildcards mean nothing.</summary>
    public static string Containing(string text)
    {
        var pattern = new StringBuilder("%");
        foreach (var rune in text.EnumerateRunes().Take(Longest))
        {
            if (rune.Value is '%' or '_' or '\\')
                pattern.Append('\\');
            pattern.Append(rune);
        }

        return pattern.Append('%').ToString();
    }
}
