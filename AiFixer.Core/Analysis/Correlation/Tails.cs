namespace AiFixer.Core.Analysis;

/// <summary>How probable values at least so far out are by chance.</summary>
internal static class Tails
{
    /// <summary>Student's t, on both sides.</summary>
    public static double StudentT(double t, double freedom) =>
        freedom <= 0 || double.IsNaN(t) ? 1 : BetaFunction.Regularized(freedom / (freedom + (t * t)), freedom / 2, 0.5);

    /// <summary>Fisher's F, above.</summary>
    public static double FisherF(double f, double between, double within) =>
        f <= 0 || within <= 0 || double.IsNaN(f) ? 1 : BetaFunction.Regularized(within / (within + (between * f)), within / 2, between / 2);

    /// <summary>A correlation, on both sides.</summary>
    public static double Correlation(double r, double freedom)
    {
        if (freedom <= 0 || double.IsNaN(r))
            return 1;
        var rest = (1 - r) * (1 + r);
        return rest <= 0 ? 0 : BetaFunction.Regularized(rest, freedom / 2, 0.5);
    }
}
