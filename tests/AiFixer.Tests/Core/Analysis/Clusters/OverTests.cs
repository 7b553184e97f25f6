using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

/// <summary>Trouble that is over is told as that, and trouble that may go on is not.</summary>
public sealed class OverTests
{
    private static readonly DateTimeOffset Now = Given.Start;
    private static readonly PodView Well = Pod("web-1", "Running");
    private static readonly PodView Evicted = Pod("web-0", "Failed") with { Reason = "Evicted", Message = "The node was low on resource: ephemeral-storage." };

    [Fact]
    public void What_an_evicted_copy_leaves_behind_is_no_trouble()
    {
        var cause = Best(Facts(Well, Evicted) with { Events = [Event("Evicted", 50)] }).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.Healthy);
        cause.Says.ShouldContain("web-0 was evicted a while ago (“The node was low on resource: ephemeral-storage.”)");
    }

    [Fact]
    public void A_copy_that_was_evicted_just_now_is_trouble() =>
        Best(Facts(Well, Evicted) with { Events = [Event("Evicted", 3)] })?.Category.ShouldNotBe(Categories.Healthy);

    [Fact]
    public void Where_copies_are_evicted_again_and_again_it_goes_on() =>
        Best(Facts(Well, Evicted, Evicted with { Name = "web-00" }, Evicted with { Name = "web-000" }))?.Category.ShouldNotBe(Categories.Healthy);

    [Fact]
    public void Where_the_replacement_does_not_run_it_goes_on()
    {
        var facts = Facts(Evicted) with { Events = [Event("Evicted", 50)] };

        Best(facts with { Controller = facts.Controller! with { Ready = 0, Available = 0 } })?.Category.ShouldNotBe(Categories.Healthy);
    }

    [Fact]
    public void Names_that_are_found_again_by_its_own_word_are_no_trouble_any_more()
    {
        var cause = Best(Facts(Well) with { Logs = [Line(36, "getaddrinfo EAI_AGAIN cart", "error"), Line(33, "cart client: name resolution restored, circuit closed")] }).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.Healthy);
        cause.Says.ShouldContain("recovered at 09:27:00 by its own word");
        cause.Says.ShouldContain("EAI_AGAIN");
    }

    [Theory]
    [InlineData(33, 20, "name resolution restored", "the word came before the last failure")]
    [InlineData(8, 9, "name resolution restored", "it is too fresh to be believed")]
    [InlineData(15, 20, "recovered from panic: nil map", "a program that catches its own crash is not well")]
    [InlineData(15, 20, "host cart could not be resolved, retrying", "it speaks of the opposite")]
    [InlineData(15, 20, "session restored for user 7", "it speaks of something else")]
    [InlineData(15, 20, "connection not restored yet", "not yet")]
    public void A_word_of_recovery_is_not_believed_for_its_own_sake(int word, int failure, string said, string why) =>
        Best(Facts(Well) with { Logs = [Line(36, "getaddrinfo EAI_AGAIN cart", "error"), Line(word, said), Line(failure, "getaddrinfo EAI_AGAIN cart", "error")] })
            .ShouldNotBeNull().Category.ShouldBe(Categories.Network, why);

    [Fact]
    public void What_fails_after_the_word_counts_at_whatever_level_it_is_written()
    {
        var after = Enumerable.Range(1, 20).Select(minute => Line(minute, "getaddrinfo ENOTFOUND cart, retrying"));

        Best(Facts(Well) with { Logs = [Line(40, "error upstream 503", "error"), Line(35, "circuit closed"), .. after] })
            .ShouldNotBeNull().Category.ShouldBe(Categories.ConfigurationError);
    }

    [Fact]
    public void Where_events_were_not_seen_nobody_knows_how_long_ago_a_copy_was_evicted()
    {
        var facts = Facts(Well, Evicted);

        (facts with { Sources = facts.Sources.Remove("events") }).LeftOver.ShouldBeEmpty();
        (facts with { Events = [Event("Evicted", 50) with { LastSeen = null }] }).LeftOver.ShouldBeEmpty();
        facts.LeftOver.ShouldBe([Evicted]);
    }

    [Fact]
    public void Without_such_a_word_quiet_proves_nothing() =>
        Best(Facts(Well) with { Logs = [Line(20, "getaddrinfo EAI_AGAIN cart", "error"), Line(5, "POST /checkout 200")] }).ShouldNotBeNull().Category.ShouldBe(Categories.Network);

    private static Cause? Best(ClusterFacts facts) => ClusterAnalysis.Of(facts).FirstOrDefault();

    private static ClusterFacts Facts(params PodView[] pods) => new("shop", "web", null, Now.AddMinutes(-5), Now)
    {
        Subject = "web",
        Pods = [.. pods],
        Controller = new("deployment", "web", 1, 1, 1, 1, []),
        Nodes = [],
        Sources = new[] { "pods", "workload", "events", "nodes" }.ToImmutableDictionary(source => source, source => "E1"),
    };

    private static PodView Pod(string name, string phase) =>
        new(name, "h", phase, phase == "Running", false, "n1", Now.AddDays(-1), null, null, [], []);

    private static EventView Event(string reason, int minutesAgo) => new("Pod", "web-0", reason, "The node was low on resource.", 1, Now.AddMinutes(-minutesAgo));

    private static LineFact Line(int minutesAgo, string text, string level = "info") => new(Now.AddMinutes(-minutesAgo), "web", level, text, "E2");
}
