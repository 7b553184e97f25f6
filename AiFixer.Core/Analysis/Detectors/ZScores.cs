namespace AiFixer.Core.Analysis;

/// <summary>How far each value is out, in units of how widely all are spread.</summary>
internal static class ZScores
{
    /// <summary>From the mean, in standard deviations.</summary>
    public static double[] Plain(Profile profile) => From(profile.Values, profile.Mean, profile.Deviation);

    /// <summary>From the median, in median deviations (in mean ones where most values are the same), as large as standard ones would be.</summary>
    public static double[] Robust(Profile profile) =>
        From(profile.Values, profile.Median, Analysis.Robust.Spread(profile.Values, profile.Median));

    public static bool[] Beyond(double[] scores, double limit) => Array.ConvertAll(scores, score => Math.Abs(score) > limit);

    private static double[] From(double[] values, double centre, double unit) =>
        Array.ConvertAll(values, value => unit > 0 ? (value - centre) / unit : 0);
}
