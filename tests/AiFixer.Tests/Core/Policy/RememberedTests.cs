using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Policy;

/// <summary>What a person approved for a while is as narrow as what they saw, and answers no fence but the mode and the namespace.</summary>
public sealed class RememberedTests
{
    private static readonly RememberedApproval Web = Made(anyName: false);

    [Fact]
    public void What_was_remembered_runs_by_itself_in_review_mode_and_says_who_said_so()
    {
        var story = Proposed(Given.Review, Web, Given.Planned());

        story.State.Status.ShouldBe(IncidentStatus.Executing);
        story.State.Policy!.Opinions.ShouldHaveSingleItem().Reason.ShouldContain("Anna approved it until");
    }

    [Fact]
    public void It_is_counted_like_any_automatic_fix() =>
        Proposed(Given.Review, Web, Given.Planned()).State.Grants[0].Automatic.ShouldBeTrue();

    [Fact]
    public void Another_target_is_asked_about() => Asks(Web, Given.Planned("api"));

    [Fact]
    public void For_every_name_another_target_of_the_namespace_is_covered() =>
        Proposed(Given.Review, Made(anyName: true), Given.Planned("api")).State.Status.ShouldBe(IncidentStatus.Executing);

    [Fact]
    public void For_every_name_another_namespace_is_not() => Asks(Made(anyName: true), Given.Planned(@namespace: "staging"));

    [Fact]
    public void More_risk_is_asked_about() => Asks(Web with { MaxRisk = PluginRisk.Low }, Given.Planned());

    [Fact]
    public void A_larger_change_is_asked_about() => Asks(Web, Given.Planned() with { Plan = Given.Plan() with { Magnitude = -1 } });

    [Fact]
    public void Another_plugin_is_asked_about() => Asks(Web with { Plugin = "k8s.restart_pod" }, Given.Planned());

    [Fact]
    public void Another_connection_is_asked_about() => Asks(Web with { Connection = "spare" }, Given.Planned());

    [Fact]
    public void Another_kind_is_asked_about() => Asks(Web with { Kind = "pod" }, Given.Planned());

    [Theory]
    [InlineData("""{"deployment":"web","namespace":"default","revision":7}""")]
    [InlineData("""{"deployment":"web"}""")]
    [InlineData("""{"deployment":"web","namespace":"other"}""")]
    [InlineData("no json")]
    public void Other_arguments_are_asked_about(string arguments)
    {
        Asks(Web, Calling(arguments));
        Asks(Made(anyName: true), Calling(arguments));
    }

    [Fact]
    public void The_same_arguments_in_another_order_are_the_same() =>
        Proposed(Given.Review, Web, Calling("""{ "namespace": "default", "deployment": "web" }""")).State.Status.ShouldBe(IncidentStatus.Executing);

    [Fact]
    public void For_every_name_it_is_the_name_of_the_target_that_is_open_and_nothing_else() =>
        Asks(Made(anyName: true), Given.Planned("api") with { Request = Given.Request() });

    [Fact]
    public void Another_verb_of_the_same_plugin_is_asked_about() => Asks(Web, Given.Planned(traits: Given.Traits(verb: "restart")));

    [Fact]
    public void What_was_remembered_without_arguments_or_verb_fits_nothing()
    {
        Asks(Web with { Arguments = null }, Given.Planned());
        Asks(Web with { Verb = null }, Given.Planned());
    }

    [Fact]
    public void When_its_time_is_over_it_is_asked_about() => Asks(Web with { Until = Given.Start }, Given.Planned());

    [Fact]
    public void It_answers_that_fixes_do_not_run_by_themselves_in_a_namespace()
    {
        var story = Story.Open(Given.Auto).Triaged().Diagnosed();

        story.Hears(Done(story, Web with { Namespace = "shop" }, Given.Planned(@namespace: "shop"))).State.Status.ShouldBe(IncidentStatus.Executing);
    }

    [Fact]
    public void It_answers_no_verb_that_always_needs_a_person() => Asks(Web, Given.Planned(traits: Given.Traits(verb: "delete")));

    [Fact]
    public void It_answers_no_freeze()
    {
        var rules = Given.Review with { Policy = new PolicyOptions { Freezes = [new() { Name = "f" }] } };

        Proposed(rules, Web, Given.Planned()).State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public void In_shadow_mode_it_changes_nothing()
    {
        var rules = Given.Review with { Policy = new PolicyOptions { Mode = PolicyMode.Shadow } };

        var story = Story.Open(rules).Triaged().Diagnosed();
        story.Hears(Done(story, Web, Given.Planned())).State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void Taken_back_before_the_call_left_it_is_asked_about_after_all()
    {
        var story = Proposed(Given.Review, Web, Given.Planned()).Starts();

        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(-1)]
    public void Nothing_is_remembered_for_ever(int days) => Problem(days: days).ShouldContain("1 to 30 days");

    [Fact]
    public void High_risk_is_not_remembered() => Problem(Given.Planned(traits: Given.Traits(PluginRisk.High))).ShouldContain("is of high risk: that is approved each time");

    [Fact]
    public void Whoever_may_not_approve_it_cannot_have_it_remembered() => Problem(by: Given.Operator).ShouldContain("may not approve");

    [Fact]
    public void Whoever_asked_for_it_cannot_have_it_remembered() =>
        Problem(Given.Planned() with { RequestedBy = Given.Approver }).ShouldContain("may not approve");

    [Fact]
    public void An_action_that_is_not_there_cannot_be_remembered() =>
        Remembering.Of(Stories.AskedAboutDiagnosis().State, "a1", Given.Approver, false, 3, "", new(), Given.Start).Problem!.ShouldContain("no action a1");

    private static PlannedAction Calling(string arguments) =>
        Given.Planned() with { Request = new(Given.Request().Plugin, arguments) };

    private static RememberedApproval Made(bool anyName) => Remembering.Of(
        Stories.AskedAboutProposal().State, "a1", Given.Approver, anyName, 3, "often", new(), Given.Start).Approval.ShouldNotBeNull();

    private static string Problem(PlannedAction? action = null, Person? by = null, int days = 3) => Remembering.Of(
        Stories.AskedAboutProposal(action ?? Given.Planned()).State, "a1", by ?? Given.Approver, false, days, "", new(), Given.Start).Problem.ShouldNotBeNull();

    private static void Asks(RememberedApproval remembered, PlannedAction action) =>
        Proposed(Given.Review, remembered, action).State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);

    private static Story Proposed(WorkflowRules rules, RememberedApproval remembered, PlannedAction action)
    {
        var story = Story.Open(rules).Triaged().Diagnosed().Approved();
        return story.Hears(Done(story, remembered, action));
    }

    private static TaskInput.ProposalDone Done(Story story, RememberedApproval remembered, PlannedAction action) =>
        new(story.Task.Id, [action], []) { Facts = PolicyFacts.None with { Remembered = [remembered] } };
}
