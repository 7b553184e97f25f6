using System.Text.RegularExpressions;
using AiFixer.Playground.Observability.Prom;

namespace AiFixer.Playground.Observability.Loki;

/// <summary>Reads the part of LogQL that this world answers. What it does not know it refuses by name.</summary>
internal sealed class LogParser
{
    private readonly TokenReader tokens;

    private LogParser(string query) => tokens = new(Lexer.Split(query));

    /// <exception cref="PromException">The query is refused.</exception>
    public static LogQuery Parse(string query)
    {
        var parser = new LogParser(query);
        var parsed = parser.tokens.Next.Kind is TokenKind.Identifier ? parser.Numbers() : parser.Lines();
        return parser.tokens.Next.Kind is TokenKind.End ? parsed : throw TokenReader.Unexpected(parser.tokens.Next);
    }

    private LogQuery Numbers()
    {
        if (!tokens.TakeWord("sum"))
            return Count(null);
        var by = By();
        tokens.Expect("(");
        var query = Count([]);
        tokens.Expect(")");
        return query with { Count = query.Count! with { By = by ?? By() ?? [] } };
    }

    private LogQuery Count(IReadOnlyList<string>? by)
    {
        var function = tokens.Take(TokenKind.Identifier);
        if (function.Text is not ("count_over_time" or "rate"))
            throw PromException.BadData($"1:{function.At}: this practice world does not know \"{function.Text}\"");
        tokens.Expect("(");
        var lines = Lines();
        tokens.Expect("[");
        var range = tokens.Duration();
        tokens.Expect("]");
        tokens.Expect(")");
        return lines with { Count = new(range, function.Text == "rate", by) };
    }

    private List<string>? By()
    {
        if (!tokens.TakeWord("by"))
            return null;
        tokens.Expect("(");
        var labels = new List<string>();
        while (!tokens.TakeSymbol(")"))
        {
            labels.Add(tokens.Take(TokenKind.Identifier).Text);
            if (tokens.Next.Text != ")")
                tokens.Expect(",");
        }

        return labels;
    }

    private LogQuery Lines()
    {
        tokens.Expect("{");
        var matchers = tokens.Matchers();
        if (matchers.All(m => m.FitsNothing))
        {
            throw PromException.BadData(
                "queries require at least one regexp or equality matcher that does not have an empty-compatible value. For instance, app=~\".*\" does not meet this requirement, but app=~\".+\" will");
        }

        var stages = new List<LogStage>();
        while (tokens.Next is { Kind: TokenKind.Symbol, Text: "|" or "|=" or "!=" or "|~" or "!~" })
            stages.Add(Stage(tokens.Take()));
        return new(matchers, stages);
    }

    private LogStage Stage(Token op) => op.Text switch
    {
        "|=" or "!=" => new LogStage.Contains(tokens.Take(TokenKind.String).Text, op.Text == "|="),
        "|~" or "!~" => new LogStage.Fits(Expression(tokens.Take(TokenKind.String)), op.Text == "|~"),
        _ => Piped(tokens.Take(TokenKind.Identifier)),
    };

    private LogStage Piped(Token word)
    {
        if (word.Text is "json" && tokens.Next.Kind is not TokenKind.Identifier)
            return new LogStage.Parse(LineFormats.Json);
        if (word.Text is "logfmt" && tokens.Next.Kind is not TokenKind.Identifier)
            return new LogStage.Parse(LineFormats.Logfmt);
        var any = new List<Matcher> { Label(word) };
        while (tokens.TakeWord("or"))
            any.Add(Label(tokens.Take(TokenKind.Identifier)));
        return new LogStage.Label(any);
    }

    private Matcher Label(Token word)
    {
        var op = tokens.Take();
        if (op.Text is not ("=" or "!=" or "=~" or "!~") || tokens.Next.Kind is not TokenKind.String)
            throw PromException.BadData($"1:{word.At}: this practice world does not know the stage \"{word.Text}\"");
        Expression(op.Text is "=~" or "!~" ? tokens.Next : tokens.Next with { Text = "" });
        return new(word.Text, op.Text, tokens.Take(TokenKind.String).Text);
    }

    private static Regex Expression(Token text)
    {
        try
        {
            return new(text.Text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw PromException.BadData($"1:{text.At}: error parsing regexp: {e.Message}");
        }
    }
}
