namespace AiFixer.Core.Analysis;

/// <summary>How finely a number is given: one event more is no change of level, however constant it was before.</summary>
internal static class Resolution
{
    private const int MostDigits = 6;
    private const double Exact = 1e-9;

    /// <returns>The place of the last digit that any value has; 0 when they have too many.</returns>
    public static double Of(ReadOnlySpan<double> values)
    {
        var digits = 0;
        foreach (var value in values)
        {
            while (digits <= MostDigits && !Fits(value, digits))
                digits++;
        }

        return digits > MostDigits ? 0 : Math.Pow(10, -digits);
    }

    private static bool Fits(double value, int digits)
    {
        var scaled = value * Math.Pow(10, digits);
        return Math.Abs(scaled - Math.Round(scaled)) <= Exact * Math.Max(1, Math.Abs(scaled));
    }
}
