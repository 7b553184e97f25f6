using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

/// <summary>What runs out or breaks beneath copies: their scratch space, one machine's network, the connections of a database.</summary>
public sealed class WornOutTests
{
    private const string Sandbox = "Failed to create pod sandbox: plugin type=\"aws-cni\" failed (add)";
    private const string Slots = "FATAL: remaining connection slots are reserved for non-replication superuser connections";
    private static readonly DateTimeOffset Now = Given.Start;

    [Fact]
    public void Copies_that_are_evicted_one_after_the_other_for_what_they_write_are_trouble_though_others_run()
    {
        var facts = Facts(Pod("web-1"), Gone("web-a"), Gone("web-b"), Gone("web-c")) with { Events = [Evicted("web-a", 40), Evicted("web-b", 30), Evicted("web-c", 6)] };

        var cause = Best(facts).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.ResourceExhaustion);
        cause.Says.ShouldContain("used more disk (ephemeral storage) than their limit allows");
    }

    [Fact]
    public void Copies_that_were_evicted_this_morning_are_not() =>
        Best(Facts(Pod("web-1"), Gone("web-a"), Gone("web-b"), Gone("web-c")) with { Events = [Evicted("web-a", 340), Evicted("web-b", 330), Evicted("web-c", 300)] })
            ?.Category.ShouldNotBe(Categories.ResourceExhaustion);

    [Fact]
    public void Copies_that_were_moved_for_a_machine_with_little_to_do_are_not() =>
        Best(Facts(Pod("web-1"), Pod("web-2")) with { Events = [.. new[] { "web-a", "web-b", "web-c" }.Select(name => Event(name, "Evicted", "Evicted pod: Underutilized", 6))] })
            ?.Category.ShouldNotBe(Categories.ResourceExhaustion);

    [Fact]
    public void A_new_version_that_gets_no_network_may_be_to_blame_itself()
    {
        var facts = Facts(Pod("web-1"), Waits("web-2", "n2") with { TemplateHash = "h2" }) with { Events = [Event("web-2", "FailedCreatePodSandBox", Sandbox, 1)] };

        Best(facts with { Controller = facts.Controller! with { Desired = 2 } }).ShouldNotBeNull().Category.ShouldBe(Categories.Network);
    }

    [Fact]
    public void Where_only_one_machine_gives_no_network_it_is_the_machine()
    {
        var cause = Best(Facts(Pod("web-1"), Waits("web-2", "n2")) with { Events = [Event("web-2", "FailedCreatePodSandBox", Sandbox, 1)] }).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.Infrastructure);
        cause.Says.ShouldContain("Node n2");
    }

    [Fact]
    public void Where_no_machine_does_it_is_the_network() =>
        Best(Facts(Waits("web-1", "n1"), Waits("web-2", "n2")) with { Events = [Event("web-1", "FailedCreatePodSandBox", Sandbox, 1), Event("web-2", "FailedCreatePodSandBox", Sandbox, 1)] })
            .ShouldNotBeNull().Category.ShouldBe(Categories.Network);

    [Fact]
    public void A_probe_that_fails_for_want_of_a_connection_is_the_databases_trouble()
    {
        var facts = Facts(Pod("web-1"), Pod("web-2") with { Ready = false }) with
        {
            Events = [Event("web-2", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503", 1)],
            Logs = [new(Now.AddMinutes(-3), "web", "error", Slots, "E2")],
        };

        var cause = Best(facts).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.ResourceExhaustion);
        cause.Says.ShouldContain("no connection left");
    }

    [Fact]
    public void Where_every_copy_is_ready_again_such_a_line_is_no_trouble() =>
        FullDatabase.In(Facts(Pod("web-1"), Pod("web-2")) with { Logs = [new(Now.AddMinutes(-3), "web", "error", Slots, "E2")] }).ShouldBeNull();

    [Theory]
    [InlineData("db pool configured: max_connections=20", "info", "Running")]
    [InlineData(Slots, "error", "Pending")]
    public void A_setting_that_is_told_or_a_copy_that_has_no_place_is_no_full_database(string said, string level, string phase) =>
        FullDatabase.In(Facts(Pod("web-1"), Pod("web-2") with { Ready = false, Phase = phase }) with { Logs = [new(Now.AddMinutes(-3), "web", level, said, "E2")] }).ShouldBeNull();

    private static Cause? Best(ClusterFacts facts) => ClusterAnalysis.Of(facts).FirstOrDefault();

    private static ClusterFacts Facts(params PodView[] pods) => new("shop", "web", null, Now.AddMinutes(-5), Now)
    {
        Subject = "web",
        Pods = [.. pods],
        Controller = new("deployment", "web", 1, 1, 1, 1, []),
        Nodes = [],
        Sources = new[] { "pods", "workload", "events", "nodes" }.ToImmutableDictionary(source => source, source => "E1"),
    };

    private static PodView Pod(string name) => new(name, "h", "Running", true, false, "n1", Now.AddDays(-1), null, null, [], []);

    private static PodView Waits(string name, string node) => Pod(name) with { Phase = "Pending", Ready = false, Node = node };

    private static PodView Gone(string name) => Pod(name) with { Phase = "Failed", Ready = false, Reason = "Evicted", Message = "Pod ephemeral local storage usage exceeds the total limit of containers 20Gi." };

    private static EventView Evicted(string name, int minutesAgo) => Event(name, "Evicted", "Pod ephemeral local storage usage exceeds the total limit of containers 20Gi.", minutesAgo);

    private static EventView Event(string name, string reason, string message, int minutesAgo) => new("Pod", name, reason, message, 1, Now.AddMinutes(-minutesAgo));
}
