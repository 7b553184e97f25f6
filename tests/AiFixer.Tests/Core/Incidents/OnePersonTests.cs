using AiFixer.Core.Incidents;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>Where two people have to agree, one human being is one, under whatever names they are known.</summary>
public sealed class OnePersonTests
{
    private static readonly Person Key = new("key:anna", "anna", PersonRole.Approver);
    private static readonly Person Chat = new("lark:ou_1", "Anna", PersonRole.Approver);
    private static readonly Person OtherChat = new("lark:ou_2", "Ada", PersonRole.Approver);
    private static readonly Person OtherKey = new("key:ada", "ada", PersonRole.Approver);

    [Fact]
    public void A_name_here_and_a_name_there_do_not_count_as_two_people()
    {
        var story = Asked();
        story.Hears(new PersonInput.Approve(Key, "proposal/1"));

        Refused(story, Chat).ShouldContain("may be one person");
        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public void Two_who_are_known_in_the_same_place_are_two()
    {
        foreach (var (one, other) in new[] { (Key, OtherKey), (Chat, OtherChat) })
            Asked().Hears(new PersonInput.Approve(one, "proposal/1")).Hears(new PersonInput.Approve(other, "proposal/1")).State.Status.ShouldBe(IncidentStatus.Executing);
    }

    [Fact]
    public void Whoever_asked_for_something_here_does_not_approve_it_there()
    {
        var story = Stories.AskedAboutProposal(Given.Planned() with { RequestedBy = Key });

        Refused(story, Chat).ShouldContain("may be one person");
        Refused(story, Key).ShouldContain("somebody else approves it");
        story.Hears(new PersonInput.Approve(OtherKey, "proposal/1")).State.Status.ShouldBe(IncidentStatus.Executing);
    }

    private static Story Asked() => Stories.AskedAboutProposal(Given.Planned(traits: Given.Traits(PluginRisk.High)));

    private static string Refused(Story story, Person by) => IncidentWorkflow
        .Handle(story.State, new PersonInput.Approve(by, "proposal/1"), Given.Review, story.State.UpdatedAt)
        .ShouldBeOfType<Decision.Refused>().Refusal.Message;
}
