using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Simulation.Checks.Support;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class ClickPromisesTests
{
    private static readonly TellReceipt Taken = new TellReceipt.Accepted(3, IncidentStatus.Proposing);
    private static readonly TellReceipt No = new TellReceipt.Refused(new(RefusalCode.TooLate, ""));

    [Fact]
    public void A_click_in_time_by_somebody_who_may_is_as_it_should_be()
    {
        var life = Forged.Life(1, 0, Forged.Asks(10), Forged.Approves(60, Forged.Ada));

        Broken(life, Click(life, Forged.Ada, 60, Taken), Click(life, Forged.Ada, 61, No)).ShouldBeEmpty();
    }

    [Fact]
    public void A_viewer_whose_click_was_taken_is_told_by_journal_and_answer()
    {
        var life = Forged.Life(1, 0, Forged.Asks(10), Forged.Approves(60, Forged.Eve));

        var broken = Broken(life, Click(life, Forged.Eve, 60, Taken));

        broken.Count.ShouldBe(2);
        broken.ShouldContain(sentence => sentence.Contains("it takes an approver, not a Viewer", StringComparison.Ordinal));
        broken.ShouldContain(sentence => sentence.Contains("Eve is a Viewer", StringComparison.Ordinal));
    }

    [Fact]
    public void A_click_that_was_taken_too_late_is_told_by_the_clock_that_took_it()
    {
        var life = Forged.Life(1, 0, Forged.Asks(10), Forged.Approves(130, Forged.Ada));

        Broken(life).ShouldHaveSingleItem().ShouldContain("the time for it ended");
    }

    /// <summary>Whoever took it wrote down a time at which it would have been early enough.</summary>
    [Fact]
    public void A_click_that_was_taken_too_late_is_told_by_the_true_time()
    {
        var life = Forged.Life(1, 0, Forged.Asks(10), Forged.Approves(60, Forged.Ada));

        Broken(life, Click(life, Forged.Ada, 131, Taken)).ShouldHaveSingleItem().ShouldContain("after it was asked");
        Broken(life, TimeSpan.FromSeconds(90), Click(life, Forged.Ada, 131, Taken)).ShouldBeEmpty();
    }

    [Fact]
    public void A_second_answer_to_one_question_is_told()
    {
        var life = Forged.Life(1, 0, Forged.Asks(10), Forged.Approves(60, Forged.Ada), Forged.Approves(70, Forged.Ada));

        Broken(life).ShouldHaveSingleItem().ShouldContain("it was Approved by then");
    }

    [Fact]
    public void A_click_that_was_refused_and_is_in_the_journal_is_told()
    {
        var life = Forged.Life(1, 0, Forged.Asks(10), Forged.Approves(60, Forged.Ada));

        Broken(life, Click(life, Forged.Ada, 60, No)).ShouldHaveSingleItem().ShouldContain("was refused all but 0 times");
        Broken(life, Click(life, Forged.Ada, 60, No), Click(life, Forged.Ada, 60, null)).ShouldBeEmpty();
    }

    private static List<string> Broken(WrittenLife life, params Click[] clicks) => Broken(life, TimeSpan.Zero, clicks);

    private static List<string> Broken(WrittenLife life, TimeSpan apart, params Click[] clicks) =>
        [.. ClickPromises.Broken(clicks, [life], Forged.Times(life), apart)];

    private static Click Click(WrittenLife life, Person by, int seconds, TellReceipt? receipt) => new(
        life.Item.Id,
        new PersonInput.Approve(by, "diagnosis/1"),
        Forged.True(Forged.Begin.AddSeconds(seconds)),
        receipt is null ? new TaskCompletionSource<TellReceipt>().Task : Task.FromResult(receipt));
}
