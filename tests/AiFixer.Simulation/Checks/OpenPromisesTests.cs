using AiFixer.Simulation.Checks.Support;

namespace AiFixer.Simulation.Checks;

public sealed class OpenPromisesTests
{
    [Fact]
    public void Two_that_were_open_at_once_are_told_though_both_have_ended()
    {
        var first = Forged.Life(1, 0, Forged.Ends(100));
        var second = Forged.Life(2, 50, Forged.Ends(60));

        OpenPromises.Broken([first, second], Forged.Times(first, second)).ShouldHaveSingleItem().ShouldContain($"{first.Item.Id} was open until");
    }

    [Fact]
    public void One_after_the_other_is_as_it_should_be()
    {
        var first = Forged.Life(1, 0, Forged.Ends(50));
        var second = Forged.Life(2, 50);

        OpenPromises.Broken([second, first], Forged.Times(first, second)).ShouldBeEmpty();
    }
}
