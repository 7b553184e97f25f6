using System.Text;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Alerts;

/// <summary>A text's words in their order. Those with a digit, such as times, values and ids, are not told apart.</summary>
internal static partial class LastingWords
{
    private const string Changing = "#";

    public static string Of(ReadOnlySpan<byte> text)
    {
        var kept = new StringBuilder();
        var wasChanging = false;
        var whole = Encoding.UTF8.GetString(text);
        foreach (var match in Word().EnumerateMatches(whole))
        {
            var word = whole.AsSpan(match.Index, match.Length);
            var isChanging = word.ContainsAnyInRange('0', '9');
            if (!isChanging || !wasChanging)
                kept.Append(isChanging ? Changing : word).Append(' ');
            wasChanging = isChanging;
        }

        return kept.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
