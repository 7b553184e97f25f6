namespace AiFixer.Plugins.Databases;

/// <summary>Cuts a statement into pieces as PostgreSQL's own reader does.</summary>
internal static class SqlTokens
{
    public static SqlToken Next(string sql, int at) => sql[at] switch
    {
        '\'' => Text(sql, at, escapes: false),
        '"' => Until(sql, at + 1, '"') is { } end ? new(SqlTokenKind.Plain, end) : Unsure(sql),
        '$' => Dollar(sql, at),
        '-' when Starts(sql, at, "--") => new(SqlTokenKind.Space, LineEnd(sql, at)),
        '/' when Starts(sql, at, "/*") => Comment(sql, at),
        var c when char.IsWhiteSpace(c) => new(SqlTokenKind.Space, at + 1),
        var c when char.IsAsciiDigit(c) => new(SqlTokenKind.Literal, Number(sql, at)),
        '.' when at + 1 < sql.Length && char.IsAsciiDigit(sql[at + 1]) => new(SqlTokenKind.Literal, Number(sql, at)),
        var c when IsNameStart(c) => Name(sql, at),
        _ => new(SqlTokenKind.Plain, at + 1),
    };

    /// <summary>E'…', B'…', X'…', N'…' and U&amp;'…': the letter goes with the text.</summary>
    private static SqlToken Name(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && (IsNameStart(sql[end]) || char.IsAsciiDigit(sql[end]) || sql[end] == '$'))
            end++;
        var quote = end == at + 1 && Starts(sql, end, "&'") ? end + 1 : end;
        var prefixes = end == at + 1 && quote < sql.Length && sql[quote] == '\'' && "eEbBxXnNuU".Contains(sql[at], StringComparison.Ordinal);
        return prefixes ? Text(sql, quote, escapes: sql[at] is 'e' or 'E') : new(SqlTokenKind.Plain, end);
    }

    /// <summary>A backslash before a quote ends the text or does not, by a setting of the server that is not known here.</summary>
    private static SqlToken Text(string sql, int at, bool escapes)
    {
        for (var i = at + 1; i < sql.Length; i++)
        {
            if (sql[i] == '\\' && escapes)
                i++;
            else if (sql[i] == '\\' && i + 1 < sql.Length && sql[i + 1] == '\'')
                return Unsure(sql);
            else if (sql[i] == '\'' && i + 1 < sql.Length && sql[i + 1] == '\'')
                i++;
            else if (sql[i] == '\'')
                return new(SqlTokenKind.Literal, i + 1);
        }

        return Unsure(sql);
    }

    private static SqlToken Dollar(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && (IsNameStart(sql[end]) || char.IsAsciiDigit(sql[end])))
            end++;
        if (end < sql.Length && sql[end] == '$' && (end == at + 1 || !char.IsAsciiDigit(sql[at + 1])))
        {
            var tag = sql[at..(end + 1)];
            var close = sql.IndexOf(tag, end + 1, StringComparison.Ordinal);
            return close < 0 ? Unsure(sql) : new(SqlTokenKind.Literal, close + tag.Length);
        }

        return new(SqlTokenKind.Plain, end);
    }

    private static SqlToken Comment(string sql, int at)
    {
        var depth = 0;
        for (var i = at; i < sql.Length; i++)
        {
            if (Starts(sql, i, "/*"))
                (depth, i) = (depth + 1, i + 1);
            else if (Starts(sql, i, "*/"))
                (depth, i) = (depth - 1, i + 1);
            if (depth == 0)
                return new(SqlTokenKind.Space, i + 1);
        }

        return Unsure(sql);
    }

    private static int Number(string sql, int at)
    {
        var end = at;
        while (end < sql.Length && (char.IsAsciiLetterOrDigit(sql[end]) || sql[end] is '.' or '_' || IsExponentSign(sql, end)))
            end++;
        return end;
    }

    private static bool IsExponentSign(string sql, int at) =>
        sql[at] is '+' or '-' && sql[at - 1] is 'e' or 'E' && at + 1 < sql.Length && char.IsAsciiDigit(sql[at + 1]);

    private static int? Until(string sql, int from, char quote)
    {
        for (var i = from; i < sql.Length; i++)
        {
            if (sql[i] == quote && i + 1 < sql.Length && sql[i + 1] == quote)
                i++;
            else if (sql[i] == quote)
                return i + 1;
        }

        return null;
    }

    private static int LineEnd(string sql, int at) => sql.IndexOfAny(['\n', '\r'], at) is var end && end < 0 ? sql.Length : end;

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= 128;

    private static bool Starts(string sql, int at, string text) => string.CompareOrdinal(sql, at, text, 0, text.Length) == 0;

    private static SqlToken Unsure(string sql) => new(SqlTokenKind.Unsure, sql.Length);
}
