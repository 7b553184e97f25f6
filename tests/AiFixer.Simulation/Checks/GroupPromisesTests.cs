using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Simulation.Checks.Support;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class GroupPromisesTests
{
    private readonly WrittenLife alone = Forged.InGroup(1, 0, Severity.P2, null);

    [Fact]
    public void A_leader_that_counts_all_who_follow_is_as_it_should_be() => GroupPromises.Broken([Counts(1), Follower(2), Left(3)]).ShouldBeEmpty();

    [Fact]
    public void A_leader_that_counts_one_that_left_is_told() =>
        GroupPromises.Broken([Counts(2), Follower(2), Left(3)]).ShouldHaveSingleItem().ShouldContain("counts 2 followers and has 1");

    [Fact]
    public void One_that_lists_show_elsewhere_than_its_entries_is_told()
    {
        var follower = Follower(2);

        GroupPromises.Broken([Counts(1), follower with { Item = follower.Item with { Row = follower.Item.Row with { Leader = null } } }]).ShouldHaveSingleItem().ShouldContain("in lists");
    }

    [Fact]
    public void One_that_follows_what_has_ended_or_is_not_there_is_told()
    {
        var ended = Forged.InGroup(1, 0, Severity.P2, null, Forged.Ends(5));

        GroupPromises.Broken([ended with { Item = ended.Item with { Followers = 1 } }, Follower(2)]).ShouldHaveSingleItem().ShouldContain("which is Resolved");
        GroupPromises.Broken([Follower(2)]).ShouldHaveSingleItem().ShouldContain("does not exist");
    }

    private WrittenLife Counts(long followers) => alone with { Item = alone.Item with { Followers = followers } };

    private WrittenLife Follower(int number) => Forged.InGroup(number, 1, Severity.P2, alone.Item.Id);

    private WrittenLife Left(int number) =>
        Forged.InGroup(number, 1, Severity.P2, alone.Item.Id, Forged.At(2, "Ada (ada)", "TakeOver", new GroupLeft(alone.Item.Id, "")));
}
