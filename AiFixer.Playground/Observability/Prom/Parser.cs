using System.Globalization;

namespace AiFixer.Playground.Observability.Prom;

/// <summary>Reads the part of PromQL that this world answers. What it does not know it refuses by name.</summary>
internal sealed class Parser
{
    private const int Deepest = 50;
    private const int Comparisons = 2;
    private static readonly string[][] Levels = [["or"], ["and", "unless"], ["==", "!=", ">", "<", ">=", "<="], ["+", "-"], ["*", "/", "%"]];
    private static readonly HashSet<string> Aggregations = ["sum", "avg", "min", "max", "count"];
    private static readonly HashSet<string> OtherAggregations =
        ["topk", "bottomk", "quantile", "stddev", "stdvar", "count_values", "group", "limitk"];

    private static readonly HashSet<string> OtherWords = ["on", "ignoring", "group_left", "group_right", "atan2"];
    private readonly TokenReader tokens;
    private int depth;

    private Parser(string query) => tokens = new(Lexer.Split(query));

    public static Node Parse(string query)
    {
        var parser = new Parser(query);
        var node = parser.Expression(0);
        if (parser.tokens.Next is { Kind: not TokenKind.End } left)
            throw OtherWords.Contains(left.Text) ? NotHere(left, $"the operator \"{left.Text}\"") : TokenReader.Unexpected(left);
        return node;
    }

    private Node Expression(int level)
    {
        if (++depth > Deepest * (Levels.Length + 1))
            throw PromException.BadData("1:1: parse error: nested too deep");
        if (level == Levels.Length)
            return Leave(Unary());
        var left = Expression(level + 1);
        while (tokens.Next.Kind is TokenKind.Symbol or TokenKind.Identifier && Levels[level].Contains(tokens.Next.Text))
        {
            var operation = tokens.Take().Text;
            var returnBool = level == Comparisons && tokens.TakeWord("bool");
            if (tokens.Next is { Kind: TokenKind.Identifier } word && OtherWords.Contains(word.Text))
                throw NotHere(word, $"the modifier \"{word.Text}\"");
            left = new Node.Binary(operation, left, Expression(level + 1), returnBool);
        }

        return Leave(left);
    }

    private Node Leave(Node node)
    {
        depth--;
        return node;
    }

    private Node Unary()
    {
        if (tokens.TakeSymbol("-"))
            return new Node.Negation(Unary());
        if (tokens.TakeSymbol("+"))
            return Unary();
        var left = Primary();
        if (tokens.Next is { Kind: TokenKind.Symbol, Text: "[" } subquery)
            throw NotHere(subquery, "a subquery");
        return tokens.TakeSymbol("^") ? new Node.Binary("^", left, Unary(), false) : left;
    }

    private Node Primary()
    {
        var token = tokens.Take();
        return token switch
        {
            { Kind: TokenKind.Number } => new Node.Number(double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            { Kind: TokenKind.Symbol, Text: "(" } => Closed(Expression(0)),
            { Kind: TokenKind.Symbol, Text: "{" } => Selector(null, token),
            { Kind: TokenKind.Identifier } => Named(token),
            { Kind: TokenKind.String } => throw NotHere(token, "a string"),
            _ => throw TokenReader.Unexpected(token),
        };
    }

    private Node Named(Token name)
    {
        if (name.Text is "Inf" or "inf" or "NaN" or "nan")
            return new Node.Number(name.Text is "Inf" or "inf" ? double.PositiveInfinity : double.NaN);
        if (Aggregations.Contains(name.Text) && (tokens.Next.Text is "(" or "by" or "without"))
            return Aggregate(name.Text);
        if (OtherAggregations.Contains(name.Text) && tokens.Next.Text is "(" or "by" or "without")
            throw NotHere(name, $"the aggregation \"{name.Text}\"");
        return tokens.Next is { Kind: TokenKind.Symbol, Text: "(" } ? Call(name) : Selector(name.Text, name);
    }

    private Node.Aggregate Aggregate(string operation)
    {
        var before = Grouping();
        tokens.Expect("(");
        var of = Expression(0);
        tokens.Expect(")");
        var (labels, without) = before ?? Grouping() ?? ([], false);
        return new(operation, of, labels, without);
    }

    private (IReadOnlyList<string> Labels, bool Without)? Grouping()
    {
        var without = tokens.TakeWord("without");
        if (!without && !tokens.TakeWord("by"))
            return null;
        tokens.Expect("(");
        var labels = new List<string>();
        while (!tokens.TakeSymbol(")"))
        {
            labels.Add(tokens.Take(TokenKind.Identifier).Text);
            if (tokens.Next.Text != ")")
                tokens.Expect(",");
        }

        return (labels, without);
    }

    private Node.Call Call(Token name)
    {
        if (!Functions.Known.Contains(name.Text))
            throw NotHere(name, $"a function with the name \"{name.Text}\"");
        tokens.Expect("(");
        var arguments = new List<Node>();
        while (!tokens.TakeSymbol(")"))
        {
            arguments.Add(Expression(0));
            if (tokens.Next.Text != ")")
                tokens.Expect(",");
        }

        Functions.Check(name, arguments);
        return new(name.Text, arguments);
    }

    private Node.Selector Selector(string? name, Token at)
    {
        var matchers = new List<Matcher>();
        if (name is not null)
            matchers.Add(new(LabelSet.NameLabel, "=", name));
        if (name is null || tokens.TakeSymbol("{"))
            matchers.AddRange(tokens.Matchers());
        if (matchers.All(m => m.FitsNothing))
            throw PromException.BadData($"1:{at.At}: parse error: vector selector must contain at least one non-empty matcher");
        TimeSpan? range = tokens.TakeSymbol("[") ? tokens.Duration() : null;
        if (range is not null && tokens.TakeSymbol(":"))
            throw NotHere(at, "a subquery");
        if (range is not null)
            tokens.Expect("]");
        var offset = TimeSpan.Zero;
        if (tokens.TakeWord("offset"))
            offset = tokens.TakeSymbol("-") ? -tokens.Duration() : tokens.Duration();
        if (tokens.Next is { Text: "@" } modifier)
            throw NotHere(modifier, "the @ modifier");
        return new(matchers, range, offset);
    }

    private Node Closed(Node node)
    {
        tokens.Expect(")");
        return node;
    }

    private static PromException NotHere(Token token, string what) =>
        PromException.BadData($"1:{token.At}: parse error: this practice world does not know {what}");
}
