using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Simulation.Checks.Support;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class CriticalPromisesTests
{
    private static readonly GroupingOptions Options = new();
    private readonly WrittenLife leader = Forged.InGroup(1, 0, Severity.P2, null);

    [Fact]
    public void One_that_is_critical_and_follows_is_told() =>
        CriticalPromises.Broken([leader, Forged.InGroup(2, 1, Severity.P0, leader.Item.Id)], Options).ShouldHaveSingleItem().ShouldContain("is critical and follows");

    [Fact]
    public void One_that_gets_critical_and_stays_is_told_though_it_leaves_later()
    {
        var worse = Forged.At(2, "sender", "alert", new AlertWorsened(Severity.P0));
        var leaves = Forged.At(3, "sender", "alert", new GroupLeft(leader.Item.Id, ""));

        CriticalPromises.Broken([leader, Forged.InGroup(2, 1, Severity.P1, leader.Item.Id, worse, leaves)], Options).ShouldHaveSingleItem();
    }

    [Fact]
    public void One_that_leaves_when_it_gets_critical_is_as_it_should_be() => CriticalPromises.Broken(
        [leader, Forged.InGroup(2, 1, Severity.P1, leader.Item.Id, Forged.At(2, "sender", "alert", new AlertWorsened(Severity.P0), new GroupLeft(leader.Item.Id, "")))], Options).ShouldBeEmpty();

    [Fact]
    public void One_that_was_critical_from_the_start_and_leads_is_told()
    {
        var critical = Forged.InGroup(1, 0, Severity.P0, null);

        CriticalPromises.Broken([critical, Forged.InGroup(2, 1, Severity.P2, critical.Item.Id)], Options).ShouldHaveSingleItem().ShouldContain("leads others");
        CriticalPromises.Broken([Forged.InGroup(1, 0, Severity.P0, null, Forged.At(1, "aifixer", "Followed", new GroupGrew(Severity.P2)))], Options).ShouldHaveSingleItem();
    }

    [Fact]
    public void One_that_is_critical_and_held_back_is_told()
    {
        CriticalPromises.Broken([HeldBack(Severity.P0, 60)], Options).ShouldHaveSingleItem().ShouldContain("was held back: No room.");
        CriticalPromises.Broken([HeldBack(Severity.P1, 60), HeldBack(Severity.P0, 1)], Options).ShouldBeEmpty();
    }

    private static WrittenLife HeldBack(Severity severity, int until) => Forged.InGroup(
        1, 0, severity, null, Forged.At(1, "aifixer", "HeldBack", new InvestigationHeldBack("No room.", Forged.Task(TaskKind.Diagnose) with { Due = Forged.Begin.AddSeconds(until) })));
}
