using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Policy;

public sealed class FenceTests
{
    [Theory]
    [InlineData("main/deployment/default/web", PolicyOutcome.Escalate)]
    [InlineData("*/deployment/*/web", PolicyOutcome.Escalate)]
    [InlineData("*/DEPLOYMENT/*/WEB", PolicyOutcome.Escalate)]
    [InlineData("*/deployment/*/api", PolicyOutcome.AutoExecute)]
    [InlineData("deployment/default/web", PolicyOutcome.AutoExecute)]
    public void A_protected_thing_is_never_changed(string pattern, PolicyOutcome outcome) =>
        Judging.Of(Judging.Auto with { ProtectedResources = [pattern] }, Judging.With()).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("aifixer.io/protected=true", PolicyOutcome.Escalate)]
    [InlineData("team=shop\naifixer.io/protected=", PolicyOutcome.Escalate)]
    [InlineData("AIFIXER.io/Protected=yes", PolicyOutcome.Escalate)]
    [InlineData("aifixer.io/protected-not=true", PolicyOutcome.AutoExecute)]
    [InlineData("note=aifixer.io/protected", PolicyOutcome.AutoExecute)]
    [InlineData("", PolicyOutcome.AutoExecute)]
    public void What_has_a_protected_label_is_never_changed(string labels, PolicyOutcome outcome) =>
        Judging.Of(Judging.Auto, Planned(plan => plan with { Labels = labels })).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("pod", null, "aifixer.io/protected", PolicyOutcome.RequireApproval)]
    [InlineData("pods", null, "aifixer.io/protected", PolicyOutcome.RequireApproval)]
    [InlineData("container", null, "aifixer.io/protected", PolicyOutcome.RequireApproval)]
    [InlineData("compose-service", null, "aifixer.io/protected", PolicyOutcome.RequireApproval)]
    [InlineData("pod", "", "aifixer.io/protected", PolicyOutcome.AutoExecute)]
    [InlineData("pod", null, null, PolicyOutcome.AutoExecute)]
    [InlineData("session", null, "aifixer.io/protected", PolicyOutcome.AutoExecute)]
    public void Where_labels_are_protected_a_person_is_asked_about_what_may_have_them(string kind, string? labels, string? wanted, PolicyOutcome outcome)
    {
        var planned = Planned(plan => plan with { Labels = labels, Target = plan.Target with { Kind = kind } });

        Judging.Of(Judging.Auto with { ProtectedLabels = wanted is null ? [] : [wanted] }, planned).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("host-a", "", "host-*/", PolicyOutcome.AutoExecute)]
    [InlineData("host-a", "", "host-*/*", PolicyOutcome.AutoExecute)]
    [InlineData("host-a", "", "*/*", PolicyOutcome.AutoExecute)]
    [InlineData("host-a", "", "host-b/", PolicyOutcome.RequireApproval)]
    [InlineData("host-a", "", "default", PolicyOutcome.RequireApproval)]
    [InlineData("host-a", "", "", PolicyOutcome.RequireApproval)]
    [InlineData("main", "shop", "main/shop", PolicyOutcome.AutoExecute)]
    [InlineData("spare", "shop", "main/shop", PolicyOutcome.RequireApproval)]
    [InlineData("main", "shop", "main/", PolicyOutcome.RequireApproval)]
    [InlineData("spare", "shop", "shop", PolicyOutcome.AutoExecute)]
    public void Fixes_run_by_themselves_where_a_scope_says_so(string connection, string @namespace, string scope, PolicyOutcome outcome)
    {
        var planned = Planned(plan => plan with { Target = plan.Target with { Connection = connection, Namespace = @namespace } });

        Judging.Of(Judging.Auto with { AutoNamespaces = [scope] }, planned).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void What_has_no_namespace_needs_a_person_where_nobody_said_otherwise() => Judging.Of(
        Judging.Auto, Planned(plan => plan with { Target = plan.Target with { Namespace = "" } })).Outcome.ShouldBe(PolicyOutcome.RequireApproval);

    [Theory]
    [InlineData("tier=gold", PolicyOutcome.Escalate)]
    [InlineData("tier=silver", PolicyOutcome.AutoExecute)]
    public void A_label_can_be_protected_with_its_value_only(string labels, PolicyOutcome outcome) =>
        Judging.Of(Judging.Auto with { ProtectedLabels = ["tier=gold"] }, Planned(plan => plan with { Labels = labels })).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData(null, null, null, PolicyOutcome.AutoExecute)]
    [InlineData(null, 5, null, PolicyOutcome.RequireApproval)]
    [InlineData(5, 5, null, PolicyOutcome.AutoExecute)]
    [InlineData(6, 5, null, PolicyOutcome.RequireApproval)]
    [InlineData(4, 5, 3, PolicyOutcome.RequireApproval)]
    [InlineData(4, 3, 5, PolicyOutcome.RequireApproval)]
    [InlineData(4, null, 3, PolicyOutcome.RequireApproval)]
    [InlineData(0, 0, 0, PolicyOutcome.AutoExecute)]
    public void The_smaller_cap_on_who_feels_it_holds_and_not_to_know_is_too_much(int? affected, int? everywhere, int? here, PolicyOutcome outcome)
    {
        var options = Judging.Auto with { MaxAffected = everywhere, Environments = [Home with { MaxAffected = here }] };

        Judging.Of(options, Planned(plan => plan with { Affected = affected })).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData(PolicyMode.Auto, null, null, PolicyOutcome.AutoExecute)]
    [InlineData(PolicyMode.Auto, PolicyMode.Review, null, PolicyOutcome.RequireApproval)]
    [InlineData(PolicyMode.Auto, PolicyMode.Auto, PolicyMode.Review, PolicyOutcome.RequireApproval)]
    [InlineData(PolicyMode.Review, PolicyMode.Auto, PolicyMode.Auto, PolicyOutcome.RequireApproval)]
    [InlineData(PolicyMode.Review, PolicyMode.Shadow, PolicyMode.Auto, PolicyOutcome.Escalate)]
    [InlineData(PolicyMode.Shadow, PolicyMode.Auto, PolicyMode.Auto, PolicyOutcome.Escalate)]
    public void The_strictest_mode_holds(PolicyMode everywhere, PolicyMode? here, PolicyMode? playbook, PolicyOutcome outcome)
    {
        var options = new PolicyOptions { Mode = everywhere, Environments = [Home with { Mode = here }] };

        Judging.Of(options, Judging.With() with { Mode = playbook }).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_target_belongs_to_the_first_environment_that_names_it()
    {
        var options = Judging.Auto with { Environments = [Home with { Scopes = ["other/*"], Mode = PolicyMode.Shadow }, Home, Home with { Mode = PolicyMode.Shadow }] };

        Judging.Of(options, Judging.With()).Outcome.ShouldBe(PolicyOutcome.AutoExecute);
    }

    [Fact]
    public void An_environment_without_scopes_has_no_targets() => new PolicyEnvironment { Name = "none" }.Has(Given.Target()).ShouldBeFalse();

    [Fact]
    public void Where_nobody_knows_the_target_no_environment_makes_the_mode_stricter()
    {
        var options = Judging.Auto with { Environments = [Home with { Mode = PolicyMode.Shadow }] };

        PolicyModes.Of(options, Given.Target()).ShouldBe(PolicyMode.Shadow);
        PolicyModes.Of(options, target: null).ShouldBe(PolicyMode.Auto);
    }

    [Fact]
    public void In_a_freeze_a_person_is_asked() =>
        Judging.Of(Judging.Auto with { Freezes = [AllDay] }, Judging.With()).Opinions.ShouldHaveSingleItem().Rule.ShouldBe("freeze");

    [Fact]
    public void A_freeze_of_another_environment_does_not_matter() =>
        Judging.Of(Judging.Auto with { Freezes = [AllDay with { Environments = ["away"] }] }, Judging.With()).Outcome.ShouldBe(PolicyOutcome.AutoExecute);

    [Fact]
    public void A_freeze_of_another_place_does_not_matter() =>
        Judging.Of(Judging.Auto with { Freezes = [AllDay with { Scopes = ["main/shop"] }] }, Judging.With()).Outcome.ShouldBe(PolicyOutcome.AutoExecute);

    [Theory]
    [InlineData(9, PolicyOutcome.AutoExecute)]
    [InlineData(11, PolicyOutcome.RequireApproval)]
    public void Where_there_is_a_maintenance_window_fixes_run_by_themselves_in_it_only(int from, PolicyOutcome outcome)
    {
        var window = new PolicyWindow { Name = "w", From = new(from, 0), To = new(from + 2, 0), Environments = ["home"] };

        Judging.Of(Judging.Auto with { Environments = [Home], MaintenanceWindows = [window] }, Judging.With()).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void One_open_window_of_several_is_enough()
    {
        var closed = new PolicyWindow { Name = "w", From = new(1, 0), To = new(2, 0) };

        Judging.Of(Judging.Auto with { MaintenanceWindows = [closed, AllDay] }, Judging.With()).Outcome.ShouldBe(PolicyOutcome.AutoExecute);
    }

    [Fact]
    public void Every_option_makes_another_policy()
    {
        var options = new PolicyOptions();
        PolicyOptions[] others =
        [
            options, options with { Mode = PolicyMode.Auto }, options with { AutoNamespaces = [] }, options with { ProtectedNamespaces = [] },
            options with { ProtectedResources = ["x"] }, options with { ProtectedLabels = [] }, options with { ApprovalVerbs = [] },
            options with { MaxReplicaChange = 4 }, options with { MaxAffected = 4 }, options with { MaxActionsPerIncident = 4 },
            options with { Cooldown = TimeSpan.FromSeconds(1) }, options with { AutomaticFixesPerHour = 1 }, options with { AutomaticFixesPerTarget = 1 },
            options with { Environments = [Home] }, options with { Freezes = [AllDay] }, options with { MaintenanceWindows = [AllDay] },
            options with { Approvals = new ApprovalOptions { FourEyesFrom = null } },
        ];

        others.Select(PolicyVersion.Of).ShouldBeUnique();
        PolicyVersion.Of(new()).ShouldBe(PolicyVersion.Of(options));
        others.Length.ShouldBe(typeof(PolicyOptions).GetProperties().Count(property => property.CanWrite) + 1);
    }

    [Fact]
    public void Every_rule_says_what_it_makes_sure_of()
    {
        PolicyOverview.Rules(new()).ShouldAllBe(rule => rule.Text.EndsWith('.'));
        PolicyOverview.Rules(new()).Select(rule => rule.Name).ShouldBeUnique();
    }

    private static PolicyEnvironment Home { get; } = new() { Name = "home", Scopes = ["main/default"] };

    private static PolicyWindow AllDay { get; } = new() { Name = "year's end" };

    private static PlannedAction Planned(Func<ActionPlan, ActionPlan> change) =>
        Given.Planned() with { Plan = change(Given.Plan()) };
}
