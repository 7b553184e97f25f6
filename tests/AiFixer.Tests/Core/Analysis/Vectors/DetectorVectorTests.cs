using System.Text.Json;
using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>Numbers agree to nine digits; flags and labels agree exactly, but for the forest, whose random numbers are others.</summary>
public sealed class DetectorVectorTests
{
    private const double Close = 1e-9;

    public static TheoryData<string> Series => VectorFile.Names("detectors.json");

    [Theory]
    [MemberData(nameof(Series))]
    public void Z_scores_are_those_of_SciPy(string name)
    {
        var (expected, profile) = Read(name);

        ShouldAgree(ZScores.Plain(profile), expected.Numbers("z"));
        ShouldAgree(ZScores.Robust(profile), expected.Numbers("robust_z"));
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void The_quartile_fence_is_that_of_NumPy(string name)
    {
        var (expected, profile) = Read(name);

        Places(QuartileFence.Wild(profile, 1.5)).ShouldBe(expected.Places("iqr"));
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Groups_are_those_of_scikit_learn(string name)
    {
        var (expected, profile) = Read(name);

        Dbscan.Labels(profile, 0.5).ShouldBe(expected.Places("dbscan"));
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void The_moving_average_is_that_of_pandas(string name)
    {
        var (expected, profile) = Read(name);

        if (MovingAverage.Wild(profile, 10, 2) is { } wild)
            Places(wild).ShouldBe(expected.Places("moving_average"));
        else
            expected.GetProperty("moving_average").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Trend_and_stationarity_are_those_of_SciPy_and_NumPy(string name)
    {
        var (expected, profile) = Read(name);
        var (r, p) = Stationarity.Trend(profile.Values);

        r.ShouldBe(expected.Number("trend_r"), Close);
        ShouldAgree([p], [expected.Number("trend_p")]);
        ShouldAgree([Stationarity.DickeyFuller(profile.Values)], [expected.Number("dickey_fuller")]);
    }

    /// <summary>Scores order the samples alike (rank correlation 0.9), and of those flagged nine in ten are the same.</summary>
    [Theory]
    [MemberData(nameof(Series))]
    public void The_forest_agrees_with_that_of_scikit_learn(string name)
    {
        var (expected, profile) = Read(name);
        var forest = expected.GetProperty("forest");
        if (forest.ValueKind == JsonValueKind.Null)
        {
            IsolationForest.Wild(profile, DetectorOptions.Default).ShouldBeNull();
            return;
        }

        var scores = IsolationForest.Scores(profile, DetectorOptions.Default);
        var (ours, theirs) = (Places(IsolationForest.Wild(profile, DetectorOptions.Default)!), forest.Places("wild"));

        Pearson.Correlation(Ranks(scores), Ranks(forest.Numbers("scores"))).ShouldBeGreaterThan(0.9);
        scores.Zip(forest.Numbers("scores")).Max(pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(0.06);
        ours.Intersect(theirs).Count().ShouldBeGreaterThanOrEqualTo((int)(0.9 * Math.Max(ours.Length, theirs.Length)));
    }

    private static (JsonElement Expected, Profile Profile) Read(string name)
    {
        var expected = VectorFile.Read("detectors.json").GetProperty(name);
        return (expected, new(expected.Numbers("values")));
    }

    private static int[] Places(bool[] wild) => [.. wild.Index().Where(one => one.Item).Select(one => one.Index)];

    private static void ShouldAgree(double[] ours, double[] theirs)
    {
        ours.Length.ShouldBe(theirs.Length);
        for (var i = 0; i < ours.Length; i++)
            ours[i].ShouldBe(theirs[i], Close * Math.Max(1, Math.Abs(theirs[i])), $"at {i}");
    }

    private static double[] Ranks(double[] values)
    {
        var rounded = Array.ConvertAll(values, value => Math.Round(value, 5));
        return Array.ConvertAll(rounded, value => rounded.Count(other => other < value) + (rounded.Count(other => other == value) / 2d));
    }
}
