using System.Text;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Observability.Prom;

/// <summary>Splits a query into words.</summary>
internal static partial class Lexer
{
    private static readonly string[] Symbols =
        ["==", "!=", "=~", "!~", ">=", "<=", "|=", "|~", "(", ")", "{", "}", "[", "]", ",", "+", "-", "*", "/", "%", "^", "=", ">", "<", "|", "@", ":"];

    public static List<Token> Split(string query)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            if (query[at] == '#')
            {
                at = query.IndexOf('\n', at) is >= 0 and var end ? end : query.Length;
                continue;
            }

            var (token, length) = Next(query, at);
            tokens.Add(token);
            at += length;
        }

        tokens.Add(new(TokenKind.End, "", query.Length + 1));
        return tokens;
    }

    private static (Token Token, int Length) Next(string query, int at)
    {
        if (query[at] is '"' or '\'' or '`')
            return Quoted(query, at);
        if (Duration().Match(query, at) is { Success: true } duration && duration.Index == at)
            return (new(TokenKind.Duration, duration.Value, at + 1), duration.Length);
        if (Number().Match(query, at) is { Success: true } number && number.Index == at)
            return (new(TokenKind.Number, number.Value, at + 1), number.Length);
        if (Identifier().Match(query, at) is { Success: true } identifier && identifier.Index == at)
            return (new(TokenKind.Identifier, identifier.Value, at + 1), identifier.Length);
        if (Array.Find(Symbols, s => string.CompareOrdinal(query, at, s, 0, s.Length) == 0) is { } symbol)
            return (new(TokenKind.Symbol, symbol, at + 1), symbol.Length);
        throw PromException.BadData($"1:{at + 1}: parse error: unexpected character: '{query[at]}'");
    }

    private static (Token Token, int Length) Quoted(string query, int at)
    {
        var quote = query[at];
        var text = new StringBuilder();
        for (var i = at + 1; i < query.Length; i++)
        {
            if (query[i] == quote)
                return (new(TokenKind.String, text.ToString(), at + 1), i - at + 1);
            if (quote == '`' || query[i] != '\\')
            {
                text.Append(query[i]);
                continue;
            }

            if (++i < query.Length)
                text.Append(Unescaped(query[i], i));
        }

        throw PromException.BadData($"1:{at + 1}: parse error: unterminated quoted string");
    }

    private static char Unescaped(char c, int at) => c switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '\\' or '"' or '\'' => c,
        _ => throw PromException.BadData($"1:{at + 1}: parse error: unknown escape sequence U+{(int)c:X4} '{c}'"),
    };

    [GeneratedRegex(@"\G([0-9]+(ms|[smhdwy]))+(?![a-zA-Z0-9_])", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\G([0-9]+\.?[0-9]*([eE][+-]?[0-9]+)?|\.[0-9]+([eE][+-]?[0-9]+)?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex Identifier();
}
