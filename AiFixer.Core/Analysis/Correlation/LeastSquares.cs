namespace AiFixer.Core.Analysis;

/// <summary>What of a row of numbers other rows cannot explain.</summary>
internal static class LeastSquares
{
    private const double Dependent = 1e-10;

    /// <summary>
    /// The residuals of a row after a constant and the best combination of others. Each row is freed of those before it; one that they
    /// explain wholly is left out.
    /// </summary>
    /// <returns>The residuals, and how many of the others explained something of their own.</returns>
    public static (double[] Residuals, int Used) Residuals(ReadOnlySpan<double> row, params double[][] others)
    {
        var basis = new List<double[]>();
        foreach (var other in others)
        {
            var free = Centred(other);
            var before = Length(free);
            Free(free, basis);
            Free(free, basis);
            var after = Length(free);
            if (after <= Dependent * Math.Max(before, double.Epsilon) || after == 0)
                continue;
            for (var i = 0; i < free.Length; i++)
                free[i] /= after;
            basis.Add(free);
        }

        var residuals = Centred(row);
        Free(residuals, basis);
        return (residuals, basis.Count);
    }

    public static double Squares(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
            sum += value * value;
        return sum;
    }

    private static double Length(double[] values) => Math.Sqrt(Squares(values));

    private static void Free(double[] row, List<double[]> basis)
    {
        foreach (var direction in basis)
        {
            var along = 0d;
            for (var i = 0; i < row.Length; i++)
                along += row[i] * direction[i];
            for (var i = 0; i < row.Length; i++)
                row[i] -= along * direction[i];
        }
    }

    private static double[] Centred(ReadOnlySpan<double> values)
    {
        var centred = values.ToArray();
        var mean = centred.Length > 0 ? centred.Average() : 0;
        for (var i = 0; i < centred.Length; i++)
            centred[i] -= mean;
        return centred;
    }
}
