using System.Text;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Schemas;

/// <summary>
/// JSON Schema's patterns are ECMAScript's: there <c>$</c> is the very end (in .NET also before a last line break), and
/// <c>\d</c> and <c>\w</c> are ASCII. Matching is linear in the input, whatever the pattern.
/// </summary>
internal static class EcmaPattern
{
    public static Regex Compile(string pattern) =>
        new(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(Escape(pattern[++i], inClass));
                continue;
            }

            inClass = c switch { '[' => true, ']' => false, _ => inClass };
            result.Append(c == '$' && !inClass ? @"\z" : c);
        }

        return result.ToString();
    }

    private static string Escape(char c, bool inClass) => (c, inClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('D', false) => "[^0-9]",
        ('w', true) => "a-zA-Z0-9_",
        ('w', false) => "[a-zA-Z0-9_]",
        ('W', false) => "[^a-zA-Z0-9_]",
        _ => $@"\{c}",
    };
}
