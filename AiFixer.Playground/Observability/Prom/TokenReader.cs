namespace AiFixer.Playground.Observability.Prom;

/// <summary>Goes through the words of a query.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    private int at;

    public Token Next => tokens[at];

    public Token Take() => Next.Kind is TokenKind.End ? throw Unexpected(Next) : tokens[at++];

    public Token Take(TokenKind kind) => Next.Kind == kind ? tokens[at++] : throw Unexpected(Next);

    public bool TakeSymbol(string symbol) => TakeIf(TokenKind.Symbol, symbol);

    public bool TakeWord(string word) => TakeIf(TokenKind.Identifier, word);

    public void Expect(string symbol)
    {
        if (!TakeSymbol(symbol))
            throw Unexpected(Next);
    }

    public TimeSpan Duration()
    {
        var token = Take();
        return Durations.Parse(token.Text) is { } duration && duration > TimeSpan.Zero
            ? duration
            : throw PromException.BadData($"1:{token.At}: parse error: not a valid duration string: \"{token.Text}\"");
    }

    /// <summary>What stands between braces, the closing one included.</summary>
    public IReadOnlyList<Matcher> Matchers()
    {
        var matchers = new List<Matcher>();
        while (!TakeSymbol("}"))
        {
            var label = Take(TokenKind.Identifier);
            var op = Take(TokenKind.Symbol);
            if (op.Text is not ("=" or "!=" or "=~" or "!~"))
                throw Unexpected(op);
            matchers.Add(Matcher(label.Text, op.Text, Take(TokenKind.String)));
            if (Next.Text != "}")
                Expect(",");
        }

        return matchers;
    }

    public static PromException Unexpected(Token token) => PromException.BadData(token.Kind is TokenKind.End
        ? $"1:{token.At}: parse error: unexpected end of input"
        : $"1:{token.At}: parse error: unexpected \"{token.Text}\"");

    private bool TakeIf(TokenKind kind, string text)
    {
        if (Next.Kind != kind || Next.Text != text)
            return false;
        at++;
        return true;
    }

    private static Matcher Matcher(string label, string op, Token value)
    {
        try
        {
            return new(label, op, value.Text);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw PromException.BadData($"1:{value.At}: parse error: error parsing regexp: {e.Message}");
        }
    }
}
