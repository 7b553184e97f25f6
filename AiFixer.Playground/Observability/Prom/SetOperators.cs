namespace AiFixer.Playground.Observability.Prom;

/// <summary>Operators that keep or drop whole series, by whether the other side has one with the same labels.</summary>
internal static class SetOperators
{
    public static bool Has(string operation) => operation is "and" or "or" or "unless";

    public static PromValue.Vector Apply(string operation, PromValue.Vector left, PromValue.Vector right)
    {
        var (ofLeft, ofRight) = (Labels(left), Labels(right));
        return operation switch
        {
            "and" => new([.. left.Items.Where(item => ofRight.Contains(item.Labels.WithoutName()))]),
            "unless" => new([.. left.Items.Where(item => !ofRight.Contains(item.Labels.WithoutName()))]),
            _ => new([.. left.Items, .. right.Items.Where(item => !ofLeft.Contains(item.Labels.WithoutName()))]),
        };
    }

    private static HashSet<LabelSet> Labels(PromValue.Vector side) => [.. side.Items.Select(item => item.Labels.WithoutName())];
}
