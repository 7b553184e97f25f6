using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Simulation.Checks.Support;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class WorstPromisesTests
{
    private static readonly TimeSpan Calm = Forged.True(Forged.Begin);
    private readonly WrittenLife deaf = Forged.InGroup(1, 0, Severity.P2, null);

    [Fact]
    public void A_leader_that_is_as_bad_as_the_worst_is_as_it_should_be() => Broken(Calm, Hears(Severity.P1), Looks(Severity.P1, 100)).ShouldBeEmpty();

    [Fact]
    public void A_leader_that_never_hears_of_a_worse_one_is_told() =>
        Broken(Calm, deaf, Looks(Severity.P1, 100)).ShouldHaveSingleItem().ShouldContain("which is P2 all the same");

    [Fact]
    public void A_leader_that_does_not_know_that_it_leads_is_told() => Broken(Calm, deaf, Looks(Severity.P2, 100)).ShouldHaveSingleItem();

    [Fact]
    public void Nothing_is_said_of_looks_while_things_went_wrong_nor_of_leaders_that_ended()
    {
        Broken(Calm + TimeSpan.FromSeconds(40), deaf, Looks(Severity.P1, 100)).ShouldBeEmpty();
        Broken(Calm, Forged.InGroup(1, 0, Severity.P2, null, Forged.Ends(99)), Looks(Severity.P1, 100)).ShouldBeEmpty();
    }

    [Fact]
    public void A_leader_that_is_worse_than_all_is_told() =>
        Broken(Calm, Hears(Severity.P1), Looks(Severity.P2, 100)).ShouldHaveSingleItem().ShouldContain("and none is");

    [Fact]
    public void A_leader_that_lists_show_as_better_is_told()
    {
        var leader = Hears(Severity.P1);

        Broken(Calm, leader with { Item = leader.Item with { Row = leader.Item.Row with { Severity = Severity.P2 } } }, Looks(Severity.P1, 100)).ShouldHaveSingleItem().ShouldContain("in lists");
    }

    private static WrittenLife Hears(Severity worst) => Forged.InGroup(1, 0, Severity.P2, null, Forged.At(2, "aifixer", "Followed", new GroupGrew(worst)));

    private WrittenLife Looks(Severity severity, int seconds) =>
        Forged.InGroup(2, 1, severity, deaf.Item.Id, Forged.At(seconds, "aifixer", "LeaderSeen", new GroupAwaited(Forged.Task(TaskKind.AwaitGroup))));

    private static IEnumerable<string> Broken(TimeSpan calmSince, params List<WrittenLife> lives) => WorstPromises.Broken(lives, Forged.Times(lives), calmSince);
}
