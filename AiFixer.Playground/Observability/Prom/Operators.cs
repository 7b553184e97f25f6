namespace AiFixer.Playground.Observability.Prom;

/// <summary>Arithmetic and comparison, of numbers and of series that have the same labels.</summary>
internal static class Operators
{
    public static PromValue Apply(Node.Binary node, PromValue left, PromValue right) => (left, right) switch
    {
        (PromValue.Scalar, _) or (_, PromValue.Scalar) when SetOperators.Has(node.Operation) =>
            throw PromException.BadData($"1:1: parse error: set operator \"{node.Operation}\" not allowed in binary scalar expression"),
        (PromValue.Scalar a, PromValue.Scalar b) => Scalars(node, a.Value, b.Value),
        (PromValue.Vector a, PromValue.Scalar b) => Each(node, a, v => (v, b.Value)),
        (PromValue.Scalar a, PromValue.Vector b) => Each(node, b, v => (a.Value, v)),
        (PromValue.Vector a, PromValue.Vector b) => SetOperators.Has(node.Operation) ? SetOperators.Apply(node.Operation, a, b) : Matched(node, a, b),
        _ => throw PromException.BadData("1:1: parse error: binary expression must contain only scalar and instant vector types"),
    };

    private static PromValue.Scalar Scalars(Node.Binary node, double left, double right)
    {
        if (IsComparison(node.Operation) && !node.ReturnBool)
            throw PromException.BadData("1:1: parse error: comparisons between scalars must use BOOL modifier");
        return new(IsComparison(node.Operation) ? Holds(node.Operation, left, right) ? 1 : 0 : Compute(node.Operation, left, right));
    }

    /// <summary>A comparison keeps the series for which it holds, as they are.</summary>
    private static PromValue.Vector Each(
        Node.Binary node, PromValue.Vector vector, Func<double, (double Left, double Right)> sides)
    {
        var items = new List<(LabelSet, double)>();
        foreach (var (labels, value) in vector.Items)
        {
            var (left, right) = sides(value);
            if (!IsComparison(node.Operation))
                items.Add((labels.WithoutName(), Compute(node.Operation, left, right)));
            else if (node.ReturnBool)
                items.Add((labels.WithoutName(), Holds(node.Operation, left, right) ? 1 : 0));
            else if (Holds(node.Operation, left, right))
                items.Add((labels, value));
        }

        return new(items);
    }

    private static PromValue.Vector Matched(Node.Binary node, PromValue.Vector left, PromValue.Vector right)
    {
        var partners = Unique(right, "right");
        Unique(left, "left");
        return new(
        [
            .. left.Items.Where(i => partners.ContainsKey(i.Labels.WithoutName()))
                .SelectMany(i => Each(node, new([i]), v => (v, partners[i.Labels.WithoutName()])).Items),
        ]);
    }

    private static Dictionary<LabelSet, double> Unique(PromValue.Vector vector, string side)
    {
        var found = new Dictionary<LabelSet, double>();
        foreach (var (labels, value) in vector.Items)
        {
            if (!found.TryAdd(labels.WithoutName(), value))
                throw PromException.Execution($"found duplicate series for the match group {labels.WithoutName()} on the {side} hand-side of the operation: many-to-many matching not allowed: matching labels must be unique on one side");
        }

        return found;
    }

    private static bool IsComparison(string operation) => operation is "==" or "!=" or ">" or "<" or ">=" or "<=";

    private static bool Holds(string operation, double left, double right) => operation switch
    {
        "==" => left == right,
        "!=" => left != right,
        ">" => left > right,
        "<" => left < right,
        ">=" => left >= right,
        _ => left <= right,
    };

    private static double Compute(string operation, double left, double right) => operation switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "%" => left % right,
        _ => Math.Pow(left, right),
    };
}
