namespace AiFixer.Core.Analysis;

/// <summary>Values, and what several detectors ask of them: worked out once.</summary>
internal sealed class Profile
{
    public Profile(ReadOnlySpan<double> values)
    {
        Values = values.ToArray();
        Sorted = values.ToArray();
        Order = new int[values.Length];
        for (var i = 0; i < Order.Length; i++)
            Order[i] = i;
        Array.Sort(Sorted, Order);
        Median = Robust.Quantile(Sorted, 0.5);
        // About the median, so that values far from zero lose no digits.
        var (sum, squares) = (0d, 0d);
        foreach (var value in values)
        {
            sum += value - Median;
            squares += (value - Median) * (value - Median);
        }

        Mean = Median + (sum / Values.Length);
        Deviation = Sorted[0] == Sorted[^1] ? 0 : Math.Sqrt(Math.Max(0, (squares - (sum * sum / Values.Length)) / Values.Length));
    }

    public double[] Values { get; }

    public double[] Sorted { get; }

    /// <summary>Where each of the sorted values stands in the series.</summary>
    public int[] Order { get; }

    public double Median { get; }

    public double Mean { get; }

    /// <summary>The standard deviation of these values, not of what they are a sample of.</summary>
    public double Deviation { get; }
}
