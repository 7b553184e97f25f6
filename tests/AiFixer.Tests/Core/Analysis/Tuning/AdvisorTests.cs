using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Tuning;
using AiFixer.Core.Incidents;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Analysis.Support;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis.Tuning;

public sealed class AdvisorTests
{
    [Fact]
    public void A_workload_that_is_short_of_CPU_at_much_traffic_is_advised_to_scale_itself()
    {
        var advice = Advisor.Of(Sight("CPU is high", rps: 300), Found("cpu_saturation")).ShouldHaveSingleItem();

        advice.Name.ShouldBe("HPA");
        var call = advice.Action.ShouldNotBeNull().Request;
        call.Plugin.ShouldBe("k8s.apply_hpa");
        call.Arguments.ShouldBe("""{"namespace":"default","deployment":"web","connection":"main","min_replicas":2,"max_replicas":10,"cpu_percent":70}""");
    }

    [Fact]
    public void Where_more_is_asked_than_the_copies_can_take_it_may_scale_itself_beside_what_is_done_now()
    {
        var found = Found("traffic_surge") with { Suggestions = [new(new PluginRequest("k8s.scale_deployment", "{}"), "why")] };

        Advisor.Of(Sight("too few pods are ready", rps: 280), found).ShouldHaveSingleItem().Name.ShouldBe("HPA");
        Advisor.Of(Sight("too few pods are ready", rps: 30), found).ShouldBeEmpty();
    }

    [Fact]
    public void Limits_go_by_those_of_the_container_that_was_killed()
    {
        var advice = Advisor.Of(Sight("it runs out of memory"), Found("resource_exhaustion")).ShouldHaveSingleItem();

        advice.Action!.Request.Arguments.ShouldContain("\"container\":\"app\",\"memory_limit\":\"3Gi\"");
    }

    [Theory]
    [InlineData(800.0, "SCALE")]
    [InlineData(300.0, "CACHE CONNECTION_POOL")]
    public void What_is_slow_gets_copies_or_advice_by_how_slow_it_is(double p99, string kinds) =>
        string.Join(' ', Advisor.Of(Sight("latency is high", p99: p99), Found("resource_exhaustion")).Select(one => one.Name)).ShouldBe(kinds);

    [Fact]
    public void What_is_suggested_already_is_no_advice()
    {
        var found = Found("cpu_saturation") with { Suggestions = [new(new PluginRequest("k8s.apply_hpa", "{}"), "why")] };

        Advisor.Of(Sight("CPU is high", rps: 300), found).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("code_defect", "4f2a90c", Verdict.Likely, "the change is taken back instead")]
    [InlineData("configuration_error", "none", Verdict.Confirmed, "a setting is put right instead")]
    [InlineData("certificate", "none", Verdict.Confirmed, "no copy has another certificate")]
    [InlineData("unknown", null, Verdict.Inconclusive, "nobody knows whether a start anew would help, and it wipes the traces")]
    [InlineData("healthy", "none", Verdict.Confirmed, "nothing is wrong")]
    public void Where_something_else_is_to_blame_nothing_is_tuned(string category, string? culprit, Verdict verdict, string why) =>
        Advisor.Of(Sight("it crashes"), Found(category) with { Culprit = culprit, Verdict = verdict }).ShouldBeEmpty(why);

    [Theory]
    [InlineData("healthy", "none", "")]
    [InlineData("external_provider", "none", "CIRCUIT_BREAKER")]
    [InlineData("code_defect", "4f2a90c", "CIRCUIT_BREAKER")]
    [InlineData("resource_exhaustion", "none", "SCALE CIRCUIT_BREAKER")]
    public void Advice_that_was_measured_holds_only_beside_what_was_concluded_in_the_end(string category, string culprit, string left)
    {
        var advice = new[] { new Advice(AdviceKind.Scale, "more"), new Advice(AdviceKind.CircuitBreaker, "without it") };

        string.Join(' ', Advisor.Beside(Found(category) with { Culprit = culprit }, [.. advice]).Select(one => one.Name)).ShouldBe(left);
    }

    [Fact]
    public void What_crashes_for_no_better_reason_is_started_anew() =>
        Advisor.Of(Sight("it crashes"), Found("code_defect")).ShouldHaveSingleItem().Action!.Request.Plugin.ShouldBe("k8s.restart_deployment");

    [Fact]
    public void Without_a_workload_in_a_cluster_advice_is_for_people()
    {
        var sight = Sight("CPU is high", rps: 300) with { Cluster = null };

        Advisor.Of(sight, Found("cpu_saturation")).ShouldHaveSingleItem().Action.ShouldBeNull();
        Advisor.Of(sight with { Scene = Seen.Scene("it crashes") }, Found("code_defect")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("external_provider", "payments-gw", "payments-gw")]
    [InlineData("dependency_failure", "web", "what it depends on")]
    [InlineData("dependency_failure", null, "what it depends on")]
    public void Who_depends_on_what_fails_is_advised_to_do_without_it_for_a_while(string category, string? first, string named)
    {
        var advice = Advisor.Of(Sight("errors"), Found(category) with { FirstFailing = first }).ShouldHaveSingleItem();

        advice.Name.ShouldBe("CIRCUIT_BREAKER");
        advice.Text.ShouldContain($"calling {named} for");
    }

    [Fact]
    public void A_statement_that_reads_whole_tables_may_want_an_index()
    {
        var scene = Seen.Scene("the database is busy") with { Metrics = [Seen.Metric("ReadIOPS", 200, 9000, "orders-db")] };
        var database = new DatabaseFacts(scene, "orders-db", "E9") { Statements = [new("SELECT * FROM orders WHERE note = $1", 7, 0.8, [])] };

        var advice = Advisor.Of(new Sight(scene) { Database = database }, Found("resource_exhaustion")).ShouldHaveSingleItem();

        (advice.Name, advice.Action).ShouldBe(("INDEX", null));
        advice.Text.ShouldContain("SELECT * FROM orders");
    }

    private static Diagnosis Found(string category) => Given.Diagnosis(Verdict.Likely, suggests: false) with { Category = category, Culprit = "none", FirstFailing = null, RootCause = "" };

    private static Sight Sight(string summary, double? rps = null, double? p99 = null)
    {
        var scene = Seen.Scene(summary);
        scene = scene with { Alert = scene.Alert with { Name = "Trouble" } };
        ContainerView[] containers =
        [
            new("proxy", "proxy:1", true, 0, null, null, null, null, null, "128Mi", "100m"),
            new("app", "web:2", false, 4, null, null, "OOMKilled", null, 137, "2Gi", "1"),
        ];
        return new(scene)
        {
            Gold = new("web", rps, null, null, p99, null, ["E1"]),
            Cluster = new("default", "web", null, scene.Alert.StartsAt, scene.Now)
            {
                Controller = new("deployment", "web", 3, 2, 3, 2, []),
                Pods = [new("web-1", "h", "Running", false, false, "n1", scene.From, null, null, [.. containers], [])],
            },
        };
    }
}
