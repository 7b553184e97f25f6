using System.Globalization;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Clusters.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

public sealed class SkewedClockTests
{
    private static readonly ConditionView Unsynchronised = new("NTPProblem", true, "NTPIsDown", "no reachable sources");

    [Fact]
    public void Lines_that_tell_another_time_than_theirs_on_a_node_without_a_time_source_speak_of_its_clock()
    {
        var cause = Copies.Best(Facts(Tells(9, -414), Tells(6, -414)) with { Nodes = [Copies.Node("n1"), Copies.Node("n2", Unsynchronised)] }).ShouldNotBeNull();

        (cause.Category, cause.IsCertain).ShouldBe((Categories.Infrastructure, true));
        cause.Says.ShouldContain("clock of node n2");
        cause.Says.ShouldContain("414 s behind");
    }

    [Fact]
    public void Without_the_node_it_is_likely()
    {
        var cause = SkewedClock.In(Facts(Tells(9, 700), Tells(6, 700))).ShouldNotBeNull();

        cause.IsCertain.ShouldBeFalse();
        cause.Says.ShouldContain("700 s ahead of");
    }

    [Fact]
    public void A_certificate_that_is_out_of_date_by_the_right_time_is_just_that()
    {
        var facts = Facts(Tells(9, 0), Tells(6, 0)) with { Nodes = [Copies.Node("n1"), Copies.Node("n2", Unsynchronised)] };

        SkewedClock.In(facts).ShouldBeNull();
        Copies.Best(facts).ShouldNotBeNull().Category.ShouldBe(Categories.Certificate);
    }

    [Fact]
    public void A_node_without_a_time_source_harms_nobody_who_does_not_care_for_the_time() =>
        SkewedClock.In(Facts(Copies.Line(9, "connection refused"), Copies.Line(6, "connection refused")) with { Nodes = [Copies.Node("n2", Unsynchronised)] }).ShouldBeNull();

    [Fact]
    public void A_time_without_its_zone_may_be_told_in_another() =>
        SkewedClock.In(Facts(Copies.Line(9, "token is in the future (now 2026-01-05 17:51:00)"), Copies.Line(6, "token is in the future (now 2026-01-05 17:54:00)"))).ShouldBeNull();

    [Fact]
    public void One_line_alone_may_have_been_written_late() => SkewedClock.In(Facts(Tells(9, -414))).ShouldBeNull();

    private static ClusterFacts Facts(params LineFact[] lines) => Copies.Facts(Copies.Pod("web-1"), Copies.Pod("web-2", "n2")) with { Logs = [.. lines] };

    private static LineFact Tells(int minutesAgo, int secondsOff)
    {
        var now = Copies.Now.AddMinutes(-minutesAgo).AddSeconds(secondsOff).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Copies.Line(minutesAgo, $"x509: certificate has expired or is not yet valid: current time {now} is before 2030-01-01T00:00:00Z");
    }
}
