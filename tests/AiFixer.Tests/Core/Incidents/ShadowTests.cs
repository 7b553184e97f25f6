using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>In shadow mode nothing is done; what would have been is written down.</summary>
public sealed class ShadowTests
{
    private static readonly WorkflowRules Shadow = Given.Auto with { Policy = new PolicyOptions { Mode = PolicyMode.Shadow } };

    [Fact]
    public void What_would_have_run_by_itself_is_written_down_and_left_to_people()
    {
        var story = Shadowed(Given.Planned());

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Grants.ShouldBeEmpty();
        story.State.Shadows.ShouldHaveSingleItem().Would.ShouldBe(PolicyOutcome.AutoExecute);
        story.State.Shadows[0].Summary.ShouldBe("rollback deployment default/web");
    }

    [Fact]
    public void What_people_would_have_been_asked_about_is_told_apart() =>
        Shadowed(Given.Planned(traits: Given.Traits(PluginRisk.High))).State.Shadows[0].Would.ShouldBe(PolicyOutcome.RequireApproval);

    [Fact]
    public void What_would_not_have_been_done_at_all_is_told_apart() =>
        Shadowed(Given.Planned(@namespace: "kube-system")).State.Shadows[0].Would.ShouldBe(PolicyOutcome.Escalate);

    [Fact]
    public void Nobody_is_asked_about_the_diagnosis() =>
        Story.Open(Shadow).Triaged().Diagnosed(Given.Diagnosis(Verdict.Likely)).Events.ShouldContain(happened => happened is DiagnosisApprovalSkipped);

    [Fact]
    public void In_an_environment_it_holds_even_where_everything_else_is_automatic()
    {
        var policy = new PolicyOptions { Mode = PolicyMode.Auto, Environments = [new() { Name = "home", Scopes = ["main/default"], Mode = PolicyMode.Shadow }] };

        Story.Open(Given.Auto with { Policy = policy }).Triaged().Diagnosed().Proposed(Given.Planned()).State.Shadows.Count.ShouldBe(1);
    }

    [Fact]
    public void Of_a_playbook_it_holds_for_what_that_proposes()
    {
        var story = Stories.Proposing(Given.Auto).Proposed(Given.Planned() with { Playbook = "p", Mode = PolicyMode.Shadow });

        story.State.Shadows.Count.ShouldBe(1);
    }

    private static Story Shadowed(PlannedAction action) => Story.Open(Shadow).Triaged().Diagnosed().Proposed(action);
}
