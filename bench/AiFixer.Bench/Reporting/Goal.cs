using System.Globalization;

namespace AiFixer.Bench.Reporting;

/// <summary>What a measurement should reach.</summary>
internal sealed record Goal(GoalKind Kind, double Limit)
{
    public static Goal RatioAtLeast(double ratio) => new(GoalKind.RatioAtLeast, ratio);

    public static Goal AtLeast(double value) => new(GoalKind.AtLeast, value);

    public static Goal AtMost(double value) => new(GoalKind.AtMost, value);

    public static Goal P99AtMost(double milliseconds) => new(GoalKind.P99AtMost, milliseconds);

    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Words} {Limit}");

    public bool IsMet(double value, double? ratio, double? p99) => Kind switch
    {
        GoalKind.RatioAtLeast => ratio >= Limit,
        GoalKind.AtLeast => value >= Limit,
        GoalKind.AtMost => value <= Limit,
        _ => p99 <= Limit,
    };

    private string Words => Kind switch
    {
        GoalKind.RatioAtLeast => "ratio >=",
        GoalKind.AtLeast => ">=",
        GoalKind.AtMost => "<=",
        _ => "p99 <=",
    };
}
