using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Simulation.Checks.Support;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class LeaderPromisesTests
{
    private static readonly GroupingOptions Options = new() { Window = TimeSpan.FromMinutes(1) };
    private readonly WrittenLife leader = Forged.InGroup(1, 0, Severity.P2, null);

    [Fact]
    public void Two_that_lead_one_group_are_told() =>
        Broken(leader, Forged.InGroup(2, 59, Severity.P2, null)).ShouldHaveSingleItem().ShouldContain($"which {leader.Item.Id} led");

    [Fact]
    public void Two_that_lead_what_is_about_one_target_are_told() =>
        Broken(Forged.Life(1, 0), Forged.Life(2, 59)).ShouldHaveSingleItem().ShouldContain("near:");

    [Fact]
    public void Another_may_lead_after_the_window_or_the_end_or_at_once_when_it_is_critical()
    {
        Broken(leader, Forged.InGroup(2, 60, Severity.P2, null)).ShouldBeEmpty();
        Broken(Forged.InGroup(1, 0, Severity.P2, null, Forged.Ends(20)), Forged.InGroup(2, 20, Severity.P2, null)).ShouldBeEmpty();
        Broken(leader, Forged.InGroup(2, 30, Severity.P0, null)).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_saw_its_leader_end_goes_on_alone() => Broken(
        Forged.InGroup(1, 0, Severity.P2, null, Forged.Ends(20)), Forged.InGroup(2, 21, Severity.P2, null), Forged.InGroup(3, 22, Severity.P2, null)).ShouldBeEmpty();

    [Fact]
    public void One_that_follows_what_does_not_lead_it_is_told()
    {
        Broken(Forged.Life(2, 0), Forged.InGroup(1, 1, Severity.P2, Forged.Life(2, 0).Item.Id)).ShouldHaveSingleItem().ShouldContain("leads nothing that it belongs to");
        Broken(Follower(2, 1, leader)).ShouldHaveSingleItem().ShouldContain("leads nothing that it belongs to");
    }

    [Fact]
    public void One_that_follows_long_after_the_window_is_told()
    {
        Broken(leader, Follower(2, 181, leader)).ShouldHaveSingleItem().ShouldContain("was opened 00:03:01 before");
        LeaderPromises.Broken([leader, Follower(2, 181, leader)], Forged.Times(leader, Follower(2, 181, leader)), Options, TimeSpan.FromSeconds(1)).ShouldBeEmpty();
    }

    [Fact]
    public void One_that_leaves_without_a_reason_is_told() =>
        Broken(leader, Follower(2, 1, leader, Leaves(2, "aifixer"))).ShouldHaveSingleItem().ShouldContain("nobody wanted it");

    [Fact]
    public void A_person_the_end_of_the_leader_and_getting_critical_are_reasons()
    {
        Broken(leader, Follower(2, 1, leader, Leaves(2, "Ada (ada)"))).ShouldBeEmpty();
        Broken(Forged.InGroup(1, 0, Severity.P2, null, Forged.Ends(5)), Follower(2, 6, leader, Leaves(7, "aifixer"))).ShouldBeEmpty();
        Broken(leader, Follower(2, 1, leader, Forged.At(2, "sender", "alert", new AlertWorsened(Severity.P0), new GroupLeft(leader.Item.Id, "")))).ShouldBeEmpty();
    }

    [Fact]
    public void One_that_follows_and_is_investigated_is_told() =>
        Broken(leader, Follower(2, 1, leader, Forged.Diagnoses(2))).ShouldHaveSingleItem().ShouldContain("is investigated and follows");

    private static WrittenLife Follower(int number, int opened, WrittenLife follows, params JournalEntry[] later) =>
        Forged.InGroup(number, opened, Severity.P2, follows.Item.Id, later);

    private JournalEntry Leaves(int seconds, string by) => Forged.At(seconds, by, "", new GroupLeft(leader.Item.Id, ""));

    private static IEnumerable<string> Broken(params List<WrittenLife> lives) => LeaderPromises.Broken(lives, Forged.Times(lives), Options, TimeSpan.Zero);
}
