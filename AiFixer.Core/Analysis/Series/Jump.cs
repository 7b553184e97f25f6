namespace AiFixer.Core.Analysis;

/// <summary>A level is left by a leap; noise whose neighbours are alike wanders off.</summary>
internal static class Jump
{
    /// <summary>How large the largest leap elsewhere is, compared with the one at the edge; 1 when there is no leap at the edge.</summary>
    public static double OthersAt(ReadOnlySpan<double> values, Shape shape, double resolution)
    {
        if (shape.IsRamp)
            return 1;
        var here = values[shape.Start] - values[shape.Start - 1];
        if (Math.Sign(here) != Math.Sign(shape.After - shape.Before))
            return 1;
        var most = resolution;
        for (var i = 1; i < values.Length; i++)
            most = i == shape.Start ? most : Math.Max(most, Math.Abs(values[i] - values[i - 1]));
        return Math.Min(1, most / Math.Abs(here));
    }
}
