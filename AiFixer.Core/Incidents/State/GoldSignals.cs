using System.Collections.Immutable;

namespace AiFixer.Core.Incidents;

/// <summary>How a service did in the last ten minutes before it was looked at. What nobody measured is null, never zero.</summary>
/// <param name="Trend">How its requests went in that time: <c>rising</c>, <c>steady</c> or <c>falling</c>.</param>
/// <param name="Traces">Where its requests can be looked at step by step.</param>
/// <param name="Cites">The evidence that shows it.</param>
public sealed record GoldSignals(
    string Service,
    double? RequestsPerSecond,
    string? Trend,
    double? ErrorPercent,
    double? P99Milliseconds,
    string? Traces,
    ImmutableList<string> Cites)
{
    /// <summary>What is no finite number was not measured.</summary>
    public GoldSignals Finite() => this with
    {
        RequestsPerSecond = Finite(RequestsPerSecond),
        ErrorPercent = Finite(ErrorPercent),
        P99Milliseconds = Finite(P99Milliseconds),
    };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
