using System.Text;

namespace AiFixer.Plugins.Databases;

/// <summary>
/// A statement without the values in it: literals and numbers become <c>?</c>, comments go. What cannot be read for sure,
/// such as a text that was cut off inside a literal, is masked to its end.
/// </summary>
internal static class SqlMask
{
    private const int MaxLength = 500;

    public static string Of(string? sql) => OutsideText.Line(Masked(sql ?? ""), MaxLength);

    private static string Masked(string sql)
    {
        var result = new StringBuilder(sql.Length);
        var at = 0;
        while (at < sql.Length)
        {
            var token = SqlTokens.Next(sql, at);
            switch (token.Kind)
            {
                case SqlTokenKind.Literal:
                    result.Append('?');
                    break;
                case SqlTokenKind.Space:
                    Space(result);
                    break;
                case SqlTokenKind.Unsure:
                    return result.Append("?…").ToString();
                default:
                    result.Append(sql, at, token.End - at);
                    break;
            }

            at = token.End;
        }

        return result.ToString().Trim();
    }

    private static void Space(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ')
            result.Append(' ');
    }
}
