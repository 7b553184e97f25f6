namespace AiFixer.Core.Analysis.Claims;

/// <summary>What follows from two numbers that are shown is shown: their difference, their ratio, their share.</summary>
internal static class Arithmetic
{
    private const double Tolerance = 0.03;

    public static bool Follows(Quantity number, IReadOnlyList<Quantity> shown) =>
        shown.Any(first => shown.Any(second => !first.Equals(second) && Follows(number, first.Value, second.Value)));

    private static bool Follows(Quantity number, double first, double second)
    {
        if (Is(number, first - second) || Is(number, first + second))
            return true;
        return second != 0 && (Is(number, first / second) || Is(number, 100 * first / second) || Is(number, 100 * (first - second) / second));
    }

    private static bool Is(Quantity number, double computed) =>
        Math.Abs(number.Value - computed) <= Math.Max(number.Step * number.Rounding / 2, Math.Abs(computed) * Tolerance) + 1e-9;
}
