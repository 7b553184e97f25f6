namespace AiFixer.Core.Analysis;

/// <summary>What two rows of numbers have in common that others do not explain.</summary>
public static class PartialCorrelation
{
    public static (double R, double P) Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, params double[][] given)
    {
        var (left, used) = LeastSquares.Residuals(x, given);
        var (right, _) = LeastSquares.Residuals(y, given);
        // Where the others explain one of them wholly, what is left is rounding.
        if (IsNothing(left, x) || IsNothing(right, y))
            return (0, 1);
        var r = Pearson.Correlation(left, right);
        return double.IsNaN(r) ? (0, 1) : (r, Tails.Correlation(r, x.Length - 2 - used));
    }

    private static bool IsNothing(double[] left, ReadOnlySpan<double> whole) =>
        LeastSquares.Squares(left) <= 1e-20 * LeastSquares.Squares(LeastSquares.Residuals(whole).Residuals);
}
