using System.Text;

namespace AiFixer.Core.Analysis.Logs;

/// <summary>Puts marks where a line says something that differs from time to time, so that lines of one kind read the same.</summary>
public static class LogMask
{
    private const int Longest = 1000;
    private const int LongestQuote = 300;
    private const string Quoted = "<text>";

    /// <summary>What a quoted value of these says is the message itself.</summary>
    private static readonly string[] Telling = ["msg", "message", "error", "err", "level", "lvl", "severity", "reason", "exception", "detail", "event"];

    private static readonly (char Open, char Close)[] Quotes = [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('「', '」'), ('『', '』'), ('《', '》')];

    /// <summary>The kind of line, on one line.</summary>
    public static string Of(string line)
    {
        var masked = new StringBuilder(Math.Min(line.Length, Longest) + 16);
        Mask(line.AsSpan(0, Math.Min(line.Length, Longest)), masked);
        return masked.ToString().TrimEnd();
    }

    private static void Mask(ReadOnlySpan<char> text, StringBuilder masked)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                if (masked.Length > 0 && masked[^1] != ' ')
                    masked.Append(' ');
                i++;
            }
            else if (QuoteAt(text, i) is > 0 and var end)
            {
                Quote(text, i, end, masked);
                i = end + 1;
            }
            else if (IsBorder(text[i]))
            {
                masked.Append(text[i++]);
            }
            else
            {
                var from = i;
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && !IsBorder(text[i]) && (i == from || QuoteAt(text, i) < 0))
                    i++;
                WordMask.Append(text[from..i], masked);
            }
        }
    }

    /// <summary>Names stay, and what says what happened; any other quoted value is one of many.</summary>
    private static void Quote(ReadOnlySpan<char> text, int from, int end, StringBuilder masked)
    {
        var inside = text[(from + 1)..end];
        var isName = end + 1 < text.Length && text[end + 1] == ':' && IsPlain(inside);
        if (!isName && !IsTelling(text[..from]))
        {
            masked.Append(Quoted);
            return;
        }

        masked.Append(text[from]);
        Mask(inside, masked);
        masked.Append(text[end]);
    }

    /// <summary>Where a quotation that opens here closes; below zero when none opens. An apostrophe in a word opens none.</summary>
    private static int QuoteAt(ReadOnlySpan<char> text, int at)
    {
        var close = '\0';
        foreach (var quote in Quotes)
            close = quote.Open == text[at] ? quote.Close : close;
        if (close == '\0' || (at > 0 && text[at] == close && char.IsLetterOrDigit(text[at - 1]) && text[at - 1] < 128))
            return -1;
        for (var i = at + 1; i < Math.Min(text.Length, at + LongestQuote); i++)
        {
            if (text[i] == close && text[i - 1] != '\\')
                return i;
        }

        return -1;
    }

    private static bool IsTelling(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        if (before.Length == 0 || before[^1] is not ('=' or ':'))
            return false;
        var name = before[..^1].TrimEnd().TrimEnd('"');
        var from = name.Length;
        while (from > 0 && char.IsAsciiLetter(name[from - 1]))
            from--;
        foreach (var telling in Telling)
        {
            if (name[from..].Equals(telling, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetter(letter) && letter is not ('_' or '-' or '.' or '@'))
                return false;
        }

        return name.Length > 0;
    }

    private static bool IsBorder(char letter) => letter is ',' or ';' or '(' or ')' or '[' or ']' or '{' or '}' or '=' or '|' or '<' or '>' or '"' or '\''
        or '`' or '，' or '。' or '；' or '（' or '）' or '【' or '】' or '“' or '”' or '「' or '」' or '《' or '》' or '、' or '！' or '？';
}
