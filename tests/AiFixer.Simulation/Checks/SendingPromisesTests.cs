using AiFixer.Simulation.Checks.Support;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class SendingPromisesTests
{
    private static readonly WrittenLife Life = Forged.Life(1, 0, Forged.Grants(10, maySendAgain: false), Forged.Starts(20));

    [Fact]
    public void A_call_that_leaves_once_and_soon_is_as_it_should_be() => Broken(Life, Forged.Leaves(Life, 3, 25)).ShouldBeEmpty();

    [Fact]
    public void Two_calls_under_one_start_are_told() =>
        Broken(Life, Forged.Leaves(Life, 3, 25), Forged.Leaves(Life, 3, 26)).ShouldContain(sentence => sentence.Contains("2 times under one start", StringComparison.Ordinal));

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void A_call_that_left_again_under_another_start_is_told_where_that_is_not_harmless(bool maySendAgain, int told)
    {
        var life = Forged.Life(1, 0, Forged.Grants(10, maySendAgain), Forged.Starts(20), Forged.Starts(40));

        var broken = Broken(life, Forged.Leaves(life, 3, 25), Forged.Leaves(life, 4, 45));

        broken.Count(sentence => sentence.Contains("neither harmless nor refused", StringComparison.Ordinal)).ShouldBe(told);
    }

    [Fact]
    public void A_call_that_left_long_after_its_start_is_told() =>
        Broken(Life, Forged.Leaves(Life, 3, 30)).ShouldHaveSingleItem().ShouldContain("after its start was written");

    [Fact]
    public void A_grant_that_had_ended_is_told_by_the_true_time_as_far_as_clocks_may_differ()
    {
        var life = Forged.Life(1, 0, Forged.Grants(10, maySendAgain: false), Forged.Starts(185));
        Departure[] late = [Forged.Leaves(life, 3, 190)];

        Broken(life, late).ShouldHaveSingleItem().ShouldContain("after its grant was written");
        SendingPromises.Broken(late, [life], Forged.Times(life), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)).ShouldBeEmpty();
    }

    private static List<string> Broken(WrittenLife life, params Departure[] departures) =>
        [.. SendingPromises.Broken(departures, [life], Forged.Times(life), TimeSpan.Zero, TimeSpan.FromSeconds(10))];
}
