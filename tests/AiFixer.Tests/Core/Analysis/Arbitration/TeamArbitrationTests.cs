using AiFixer.Core.Analysis.Arbitration;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Core.Analysis;

public sealed class TeamArbitrationTests
{
    [Theory]
    [InlineData(Categories.CodeDefect, "a null pointer in the checkout handler", "checkoutservice", "BE")]
    [InlineData(Categories.CodeDefect, "an unhandled promise in the JavaScript bundle", "frontend", "FE")]
    [InlineData(Categories.Network, "packets to zone b are lost", null, "INFRA")]
    [InlineData(Categories.Certificate, "the certificate of the ingress has expired", null, "INFRA")]
    [InlineData(Categories.ResourceExhaustion, "the disk of node n1 is full", "n1", "INFRA")]
    [InlineData(Categories.ResourceExhaustion, "the database has no transaction ids left: vacuum is blocked by a query", "billing-db", "DB")]
    [InlineData(Categories.CpuSaturation, "慢查询没有索引，数据库CPU占满", "orders-mysql", "DB")]
    [InlineData(Categories.ConfigurationError, "the endpoint of the cache is wrong since the last release", "cartservice", "BE")]
    public void The_kind_of_cause_its_words_and_where_it_began_point_to_a_team(string category, string cause, string? began, string team) =>
        TeamArbitration.Of(Diagnosis(category, cause, began)).ShouldNotBeNull().Team.ShouldBe(team);

    [Theory]
    [InlineData(0.69)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void What_is_not_sure_enough_is_for_the_teams_together(double confidence)
    {
        var found = TeamArbitration.Of(Diagnosis(Categories.Network, "packets are lost", null) with { Confidence = confidence }).ShouldNotBeNull();

        found.Team.ShouldBe("COLLAB");
        found.Others.ShouldBe(["INFRA"]);
    }

    [Fact]
    public void Seventy_in_a_hundred_is_sure_enough() =>
        TeamArbitration.Of(Diagnosis(Categories.Network, "packets are lost", null) with { Confidence = 0.70 }).ShouldNotBeNull().Team.ShouldBe("INFRA");

    [Fact]
    public void A_cause_that_is_not_known_is_for_the_teams_together_however_sure_it_calls_itself() =>
        TeamArbitration.Of(Diagnosis(Categories.CodeDefect, "a panic", "cart") with { Verdict = Verdict.Inconclusive }).ShouldNotBeNull().Team.ShouldBe("COLLAB");

    [Fact]
    public void Two_teams_that_it_points_to_alike_share_it() =>
        TeamArbitration.Of(Diagnosis(Categories.Unknown, "a slow query on a full disk", null)).ShouldNotBeNull()
            .ShouldSatisfyAllConditions(found => found.Team.ShouldBe("COLLAB"), found => found.Others.ShouldBe(["DB", "INFRA"]));

    [Fact]
    public void A_kind_that_nobody_knows_is_for_the_teams_together() =>
        TeamArbitration.Of(Diagnosis("gremlins", "it is strange", null)).ShouldNotBeNull().Team.ShouldBe("COLLAB");

    [Fact]
    public void Where_nothing_is_wrong_nobody_has_to_take_it() =>
        TeamArbitration.Of(Diagnosis(Categories.Healthy, "it has recovered", null)).ShouldBeNull();

    [Fact]
    public void Who_helps_and_why_is_said()
    {
        var found = TeamArbitration.Of(Diagnosis(Categories.TrafficSurge, "three times the requests to one endpoint", "cart")).ShouldNotBeNull();

        found.Team.ShouldBe("BE");
        found.Others.ShouldBe(["INFRA"]);
        found.Why.ShouldContain("traffic_surge");
        found.Why.ShouldContain("endpoint");
    }

    private static Diagnosis Diagnosis(string category, string cause, string? began) =>
        new(1, "offline", Verdict.Confirmed, category, cause, 0.9, [], [], [], []) { FirstFailing = began };
}
