using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>All agree to nine digits, p values to nine digits of their own size down to 1e-60.</summary>
public sealed class CorrelationVectorTests
{
    private const double Close = 1e-9;

    public static TheoryData<string> Pairs => VectorFile.Names("correlation.json");

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Correlation_and_its_chance_are_those_of_SciPy(string name)
    {
        var pair = VectorFile.Read("correlation.json").GetProperty(name);
        var (x, y) = (pair.Numbers("x"), pair.Numbers("y"));
        var (r, p) = Pearson.Of(x, y);

        r.ShouldBe(pair.Number("r"), Close);
        ShouldBeNear(p, pair.Number("p"));
        var all = LaggedCorrelation.All(x, y, 5);
        all.Select(one => one.Lag).ShouldBe(Enumerable.Range(-5, 11));
        foreach (var (lag, expected) in all.Zip(pair.Numbers("lagged")))
            lag.R.ShouldBe(expected, Close);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Partial_correlation_is_that_of_residuals_by_NumPy(string name)
    {
        var pair = VectorFile.Read("correlation.json").GetProperty(name);
        var (r, p) = PartialCorrelation.Of(pair.Numbers("x"), pair.Numbers("y"), pair.Numbers("z"));

        r.ShouldBe(pair.Number("partial_r"), Close);
        ShouldBeNear(p, pair.Number("partial_p"));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Precedence_is_that_of_regressions_by_NumPy(string name)
    {
        var pair = VectorFile.Read("correlation.json").GetProperty(name);
        var (f, p) = Precedence.Of(pair.Numbers("x"), pair.Numbers("y"));

        f.ShouldBe(pair.Number("granger_f"), 1e-6 * Math.Max(1, pair.Number("granger_f")));
        p.ShouldBe(pair.Number("granger_p"), 1e-6);
    }

    [Fact]
    public void Adjusted_chances_are_those_of_NumPy()
    {
        var expected = VectorFile.Read("chances.json");
        var ours = FalseDiscovery.Adjusted(expected.Numbers("p"));

        foreach (var (our, their) in ours.Zip(expected.Numbers("adjusted")))
            our.ShouldBe(their, 1e-12);
    }

    [Fact]
    public void Tails_are_those_of_SciPy()
    {
        foreach (var row in VectorFile.Read("chances.json").GetProperty("t").EnumerateArray().Select(row => row.EnumerateArray().Select(one => one.GetDouble()).ToArray()))
            ShouldBeNear(Tails.StudentT(row[0], row[1]), row[2]);
        foreach (var row in VectorFile.Read("chances.json").GetProperty("f").EnumerateArray().Select(row => row.EnumerateArray().Select(one => one.GetDouble()).ToArray()))
            ShouldBeNear(Tails.FisherF(row[0], row[1], row[2]), row[3]);
    }

    private static void ShouldBeNear(double ours, double theirs)
    {
        if (theirs > 1e-60)
            ours.ShouldBe(theirs, Close * theirs);
        else
            ours.ShouldBeLessThan(1e-59);
    }
}
