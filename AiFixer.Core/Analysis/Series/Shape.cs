namespace AiFixer.Core.Analysis;

/// <summary>A level, and from a place on another one or a line towards it.</summary>
/// <param name="Start">The first sample that is off.</param>
/// <param name="Top">The first sample at the new level; for a step the start.</param>
/// <param name="Errors">Squared distances from it, had it begun at each sample.</param>
internal sealed record Shape(bool IsRamp, int Start, int Top, double Before, double After, double[] Errors)
{
    /// <summary>What is 95 of 100 times not exceeded by chance.</summary>
    private const double Plausible = 3.84;
    private const double Fast = 4;

    /// <summary>A line that rises fast and yet is not off where it should be, begins later.</summary>
    public Shape Started(ReadOnlySpan<double> values, Noise noise)
    {
        var slope = Math.Abs(After - Before) / (Top - Start + 1);
        var start = Start;
        while (IsRamp && slope > Fast * noise.Scale && start < Top && Math.Abs(values[start] - Before) <= slope / Fast)
            start++;
        return this with { Start = start, Errors = [.. Errors.Select((error, k) => k == start ? Math.Min(error, Error) : error)] };
    }

    public double Error => Errors[Start];

    /// <summary>The first and the last start that fit about as well.</summary>
    public (int First, int Last) Range(Noise noise)
    {
        var allowed = Error + (Plausible * noise.Inflation * Error / Math.Max(1, Errors.Length - 3));
        return (Array.FindIndex(Errors, error => error <= allowed), Array.FindLastIndex(Errors, error => error <= allowed));
    }
}
