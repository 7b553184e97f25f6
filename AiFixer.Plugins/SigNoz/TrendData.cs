namespace AiFixer.Plugins.SigNoz;

/// <summary>How a number went over the window: its second half against its first.</summary>
/// <param name="ChangePercent">By how much; absent when there was nothing at first.</param>
internal sealed record TrendData(string Direction, double? ChangePercent)
{
    private const double Noticeable = 10;

    public static TrendData? Of(IReadOnlyList<(DateTimeOffset Time, double Value)> points)
    {
        double[] values = [.. points.Select(p => p.Value).Where(double.IsFinite)];
        if (values.Length < 2)
            return null;
        var (before, after) = (values[..(values.Length / 2)].Average(), values[(values.Length / 2)..].Average());
        if (before == 0)
            return new(after > 0 ? "rising" : "steady", null);
        var change = (after - before) / before * 100;
        return new(change > Noticeable ? "rising" : change < -Noticeable ? "falling" : "steady", Math.Round(change, 1));
    }
}
