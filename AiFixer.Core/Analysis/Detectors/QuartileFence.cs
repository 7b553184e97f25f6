namespace AiFixer.Core.Analysis;

/// <summary>What lies far outside the middle half.</summary>
internal static class QuartileFence
{
    public static bool[] Wild(Profile profile, double factor)
    {
        var (lower, upper) = (Robust.Quantile(profile.Sorted, 0.25), Robust.Quantile(profile.Sorted, 0.75));
        var room = factor * (upper - lower);
        return Array.ConvertAll(profile.Values, value => value < lower - room || value > upper + room);
    }
}
