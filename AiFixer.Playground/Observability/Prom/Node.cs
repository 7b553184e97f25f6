namespace AiFixer.Playground.Observability.Prom;

/// <summary>A part of a query.</summary>
internal abstract record Node
{
    private Node()
    {
    }

    public sealed record Number(double Value) : Node;

    /// <param name="Range">The length of time; null for the newest sample alone.</param>
    public sealed record Selector(IReadOnlyList<Matcher> Matchers, TimeSpan? Range, TimeSpan Offset) : Node;

    public sealed record Call(string Function, IReadOnlyList<Node> Arguments) : Node;

    /// <param name="Without">Whether the labels are those that go, rather than those that stay.</param>
    public sealed record Aggregate(string Operation, Node Of, IReadOnlyList<string> Labels, bool Without) : Node;

    public sealed record Binary(string Operation, Node Left, Node Right, bool ReturnBool) : Node;

    public sealed record Negation(Node Of) : Node;
}
