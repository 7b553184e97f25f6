using System.Buffers;
using System.Net;

namespace AiFixer.Core.Analysis.Logs;

/// <summary>Tells numbers, times and ids from words.</summary>
internal static class Varying
{
    private const int ShortestHash = 5;
    private const int ShortestHex = 8;
    private const int Suffix = 5;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Consonants = SearchValues.Create("bcdfghjklmnpqrstvwxz2456789");
    private static readonly string[] Units = ["ns", "us", "µs", "ms", "s", "m", "h", "d", "b", "kb", "mb", "gb", "kib", "mib", "gib", "ki", "mi", "gi", "%", "x", "z"];

    public static bool MayVary(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsDigit(letter))
                return true;
        }

        return false;
    }

    /// <param name="last">What stands before it in the word.</param>
    public static PartKind KindOf(ReadOnlySpan<char> part, PartKind last)
    {
        if (part.Length == 0)
            return PartKind.Text;
        if (IsNumber(part))
            return PartKind.Number;
        return IsLongHex(part) || IsPrefixedHex(part) || IsHash(part) || (last == PartKind.Id && IsSuffix(part)) ? PartKind.Id : PartKind.Text;
    }

    public static bool IsAddress(ReadOnlySpan<char> word)
    {
        var end = word.TrimEnd(":.");
        var colon = end.IndexOf(':');
        var host = colon < 0 ? end : end[..colon];
        return host.Count('.') == 3 && IPAddress.TryParse(host, out _) && (colon < 0 || end[(colon + 1)..].IndexOfAnyExceptInRange('0', '9') < 0);
    }

    public static bool IsUuid(ReadOnlySpan<char> word) => word.Length == 36 && Guid.TryParseExact(word, "D", out _);

    /// <summary><c>12</c>, <c>85%</c>, <c>3m20s</c>, and the day and hour of <c>2026-03-01T10:00:00Z</c>.</summary>
    private static bool IsNumber(ReadOnlySpan<char> part)
    {
        for (var i = 0; i < part.Length;)
        {
            var digits = i;
            while (i < part.Length && char.IsDigit(part[i]))
                i++;
            if (i == digits)
                return false;
            var unit = i;
            while (i < part.Length && !char.IsDigit(part[i]))
                i++;
            if (i > unit && !IsUnit(part[unit..i]) && !(part[unit..i] is "T" && i < part.Length))
                return false;
        }

        return true;
    }

    private static bool IsUnit(ReadOnlySpan<char> text)
    {
        foreach (var unit in Units)
        {
            if (text.Equals(unit, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Letters and digits mixed as no word mixes them.</summary>
    private static bool IsHash(ReadOnlySpan<char> part)
    {
        var turns = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(part[i]))
                return false;
            turns += i > 0 && char.IsAsciiDigit(part[i]) != char.IsAsciiDigit(part[i - 1]) ? 1 : 0;
        }

        return part.Length >= ShortestHash && turns >= 2;
    }

    private static bool IsLongHex(ReadOnlySpan<char> part) =>
        part.Length >= ShortestHex && part.IndexOfAnyExcept(Hex) < 0 && part.IndexOfAnyInRange('0', '9') >= 0;

    private static bool IsPrefixedHex(ReadOnlySpan<char> part) =>
        part.Length > 2 && part[0] == '0' && part[1] is 'x' or 'X' && part[2..].IndexOfAnyExcept(Hex) < 0;

    /// <summary>The random end of a pod's name need not have a digit; it never has a vowel.</summary>
    private static bool IsSuffix(ReadOnlySpan<char> part) => part.Length == Suffix && part.IndexOfAnyExcept(Consonants) < 0;
}
