using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Prometheus;

/// <summary>A series in a line; values that are no numbers are left out of it.</summary>
internal sealed record SummaryData(double Min, double Max, double Mean, double First, double Last, string? MaxAt)
{
    public static SummaryData? Of(IReadOnlyList<PromPoint> points)
    {
        PromPoint[] numbers = [.. points.Where(p => double.IsFinite(p.Value))];
        if (numbers.Length == 0)
            return null;
        var highest = numbers.MaxBy(p => p.Value);
        return new(
            numbers.Min(p => p.Value), highest.Value, numbers.Average(p => p.Value), numbers[0].Value, numbers[^1].Value, Times.Text(highest.Time));
    }
}
