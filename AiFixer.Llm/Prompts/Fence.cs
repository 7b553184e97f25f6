using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AiFixer.Core.Alerts;

namespace AiFixer.Llm.Prompts;

/// <summary>
/// Marks text of others as data. The mark at the end carries a seal made from the text itself, so nothing in the text can be
/// that mark; and what looks like any mark is broken up.
/// </summary>
internal static partial class Fence
{
    private const int SealLength = 16;

    /// <param name="label">Says what it is; ours, or a name from outside made one line.</param>
    public static string Around(string label, string text, int limit)
    {
        var inside = TextCleaner.Lines(text, limit)
            .Replace("<<<", "‹‹‹", StringComparison.Ordinal)
            .Replace(">>>", "›››", StringComparison.Ordinal);
        var seal = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inside)))[..SealLength];
        return $"<<<DATA {seal} {Label(label)}\n{inside}\n{seal} DATA>>>";
    }

    /// <summary>The same without seals: they change with every number inside.</summary>
    public static string Unsealed(string text) => Seal().Replace(text, "");

    private static string Label(string label) => TextCleaner.Line(label, 120)
        .Replace("<<<", "‹‹‹", StringComparison.Ordinal).Replace(">>>", "›››", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=<<<DATA )[0-9a-f]{16}|[0-9a-f]{16}(?= DATA>>>)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Seal();
}
