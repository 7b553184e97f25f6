using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Policy;

/// <summary>Freezes and maintenance windows as the rules go by them. In Berlin 02:00 to 03:00 came twice on 2026-10-25.</summary>
public sealed class WindowRuleTests
{
    private static readonly DateTimeOffset FirstTime = new(2026, 10, 25, 0, 15, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset SecondTime = FirstTime.AddHours(1);

    private static readonly PolicyWindow Twice = new() { Name = "half past two", Zone = "Europe/Berlin", From = new(2, 0), To = new(2, 30) };

    private static readonly PolicyEnvironment Home = new() { Name = "home", Scopes = ["main/default"] };

    [Fact]
    public void Outside_of_a_freeze_fixes_run_by_themselves()
    {
        var night = new PolicyWindow { Name = "night", From = new(1, 0), To = new(2, 0) };

        Judging.Of(Judging.Auto with { Freezes = [night] }, Judging.With()).Outcome.ShouldBe(PolicyOutcome.AutoExecute);
    }

    [Fact]
    public void A_freeze_of_another_environment_does_not_matter_where_the_target_has_one()
    {
        var away = new PolicyWindow { Name = "away", Environments = ["away"] };

        Judging.Of(Judging.Auto with { Environments = [Home], Freezes = [away] }, Judging.With()).Outcome.ShouldBe(PolicyOutcome.AutoExecute);
    }

    [Fact]
    public void A_freeze_of_this_place_and_environment_holds()
    {
        var here = new PolicyWindow { Name = "here", Scopes = ["main/*"], Environments = ["ho*"] };

        Judging.Of(Judging.Auto with { Environments = [Home], Freezes = [here] }, Judging.With()).Outcome.ShouldBe(PolicyOutcome.RequireApproval);
    }

    [Fact]
    public void A_freeze_lasts_through_the_second_of_two_equal_hours()
    {
        Frozen(FirstTime).ShouldBe(PolicyOutcome.RequireApproval);
        Frozen(SecondTime).ShouldBe(PolicyOutcome.RequireApproval);
        PolicyOverview.IsFrozen(Twice, SecondTime).ShouldBeTrue();
    }

    [Fact]
    public void A_maintenance_window_ends_with_the_first_of_two_equal_hours()
    {
        Maintained(FirstTime).ShouldBe(PolicyOutcome.AutoExecute);
        Maintained(SecondTime).ShouldBe(PolicyOutcome.RequireApproval);
        PolicyOverview.IsOpen(Twice, FirstTime).ShouldBeTrue();
        PolicyOverview.IsOpen(Twice, SecondTime).ShouldBeFalse();
    }

    [Fact]
    public void A_maintenance_window_of_another_place_closes_nothing_here()
    {
        var elsewhere = new PolicyWindow { Name = "elsewhere", Scopes = ["main/shop"], From = new(1, 0), To = new(2, 0) };

        Judging.Of(Judging.Auto with { MaintenanceWindows = [elsewhere] }, Judging.With()).Outcome.ShouldBe(PolicyOutcome.AutoExecute);
    }

    private static PolicyOutcome Frozen(DateTimeOffset now) => Judging.At(now, Judging.Auto with { Freezes = [Twice] }, 0, Judging.With()).Outcome;

    private static PolicyOutcome Maintained(DateTimeOffset now) =>
        Judging.At(now, Judging.Auto with { MaintenanceWindows = [Twice] }, 0, Judging.With()).Outcome;
}
