using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Tests.Core.Analysis.Clusters.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

public sealed class WrongPortTests
{
    [Fact]
    public void A_service_that_sends_to_a_port_by_a_name_that_no_copy_has_reaches_none()
    {
        var cause = Copies.Best(Facts(Service("app=web", "http"))).ShouldNotBeNull();

        (cause.Category, cause.IsCertain).ShouldBe((Categories.ConfigurationError, true));
        cause.Says.ShouldContain("theirs are called http-api");
    }

    [Fact]
    public void A_service_of_its_name_that_asks_for_labels_it_does_not_bear_reaches_none()
    {
        var cause = WrongPort.In(Facts(Service("app=web-v2"))).ShouldNotBeNull();

        cause.IsCertain.ShouldBeFalse();
        cause.Says.ShouldContain("chooses pods by app=web-v2");
    }

    [Fact]
    public void Ports_that_fit_or_are_numbers_are_not_to_blame()
    {
        WrongPort.In(Facts(Service("app=web", "http-api"))).ShouldBeNull();
        WrongPort.In(Facts(Service("app=web"))).ShouldBeNull();
    }

    [Fact]
    public void One_of_several_ports_is_not_certain_to_be_the_one_that_is_missed() =>
        WrongPort.In(Facts(Service("app=web", "http-api", "metrics"))).ShouldNotBeNull().IsCertain.ShouldBeFalse();

    [Fact]
    public void A_service_beside_its_own_is_not_certain_to_be_the_one_that_is_missed() =>
        WrongPort.In(Facts(Service("app=web", "http-api"), Service("app=web", "metrics") with { Name = "web-metrics" })).ShouldNotBeNull().IsCertain.ShouldBeFalse();

    [Fact]
    public void Somebody_elses_service_says_nothing() => WrongPort.In(Facts(Service("app=cart", "grpc") with { Name = "cart" })).ShouldBeNull();

    [Fact]
    public void Another_service_that_chooses_it_may_be_the_one_that_is_used() =>
        WrongPort.In(Facts(Service("app=web-v2"), Service("app=web", "http-api") with { Name = "web-public" })).ShouldBeNull();

    [Fact]
    public void While_requests_arrive_it_is_no_trouble() => WrongPort.In(Facts(Service("app=web", "http")) with { Logs = [] }).ShouldBeNull();

    private static ClusterFacts Facts(params ServiceView[] services) =>
        Copies.Facts(Copies.Pod("web-1"), Copies.Pod("web-2", "n2")) with { Services = [.. services], Logs = [Copies.Line(9, "GET /web 503 no upstream for shop/web", service: "ingress")] };

    private static ServiceView Service(string selector, params string[] targets) =>
        new("web", ImmutableDictionary<string, string>.Empty.Add(selector.Split('=')[0], selector.Split('=')[1]), [.. targets]);
}
