using AiFixer.Core.Incidents;
using AiFixer.Lark.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Cards;
using AiFixer.Tests.Lark.Room;
using AiFixer.TestSupport;
using static AiFixer.Tests.Lark.Talk.TalkUnderTest;

namespace AiFixer.Tests.Lark.Talk;

public sealed class ClickTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_click_is_on_disk_when_it_is_answered_and_then_the_buttons_go()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());

        var answer = await talk.ClickAsync(Anna, "diagnosis/1", "approve");

        (answer.Kind, answer.Text, answer.Chinese).ShouldBe((ToastKind.Success, "Approved.", "已同意。"));
        var state = await talk.StateAsync();
        state.Status.ShouldBe(IncidentStatus.Proposing);
        state.Cards[0].By.ShouldBe(new("lark:ou_anna", "Anna", PersonRole.Approver));
        await talk.Room.LookAsync();
        Shown.Buttons((await talk.Room.MessageAsync("diagnosis/1")).Content).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_reason_why_a_click_changes_nothing_has_a_sentence_of_its_own()
    {
        var answers = new List<ClickAnswer>
        {
            await RefusedAsync(async talk => await talk.ClickAsync(Anna, "diagnosis/1", "approve"), Anna),
            await RefusedAsync(async talk => await talk.ClickAsync(Ada, "diagnosis/1", "approve"), Anna),
            await RefusedAsync(talk => { talk.Room.Time.Advance(TimeSpan.FromMinutes(61)); return Task.CompletedTask; }, Anna),
            await RefusedAsync(async talk => await talk.Host.TellAsync(Given.Id, new PersonInput.Rediagnose(Given.Operator, ""), CancellationToken.None), Anna),
            await RefusedAsync(async talk => await talk.Host.TellAsync(Given.Id, new PersonInput.Ignore(Given.Operator, ""), CancellationToken.None), Anna),
            await RefusedAsync(_ => Task.CompletedTask, Stranger),
            await RefusedAsync(_ => Task.CompletedTask, Otto),
        };

        answers.Select(answer => answer.Text).Distinct().Count().ShouldBe(answers.Count);
        answers.Select(answer => answer.Chinese).Distinct().Count().ShouldBe(answers.Count);
        answers.ShouldAllBe(answer => answer.Kind == ToastKind.Warning || answer.Kind == ToastKind.Error);
        answers[0].Text.ShouldContain("You answered this already");
        answers[1].Text.ShouldContain("Ada L. approved this already");
        answers[2].Text.ShouldContain("Too late: the time to answer ended at 2026-01-05 11:00 UTC");
        answers[3].Text.ShouldContain("out of date");
        answers[4].Text.ShouldContain("was ignored");
        answers[5].Text.ShouldContain("you may not decide here");
        answers[6].Text.ShouldContain("approver");
    }

    [Fact]
    public async Task Somebody_who_refuses_says_why()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());

        (await talk.ClickAsync(Anna, "diagnosis/1", "reject")).Text.ShouldContain("say why");
        (await talk.ClickAsync(Anna, "diagnosis/1", "reject", "  ")).Text.ShouldContain("say why");
        (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.AwaitingDiagnosisApproval);

        (await talk.ClickAsync(Anna, "diagnosis/1", "reject", "it is the \"disk\"")).Kind.ShouldBe(ToastKind.Success);
        (await talk.StateAsync()).Cards[0].Reason.ShouldBe("it is the \"disk\"");
    }

    [Fact]
    public async Task A_click_without_a_person_on_no_card_of_ours_or_on_one_that_was_passed_on_changes_nothing()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var before = await talk.VersionAsync();
        var card = await talk.Room.MessageAsync("diagnosis/1");
        var approve = Value("diagnosis/1", "approve");

        (await talk.ClickAsync(null, card.Id, Chat, approve)).Text.ShouldContain("did not say who you are");
        (await talk.ClickAsync(new(""), card.Id, Chat, approve)).Text.ShouldContain("did not say who you are");
        foreach (var answer in new[]
        {
            await talk.ClickAsync(Anna, "om_unknown", "oc_elsewhere", approve),
            await talk.ClickAsync(Anna, "", Chat, approve),
            await talk.ClickAsync(Anna, card.Id, "oc_elsewhere", approve),
            await talk.ClickAsync(Anna, card.Id, Chat, Value("alert", "approve")),
            await talk.ClickAsync(Anna, card.Id, Chat, Value("diagnosis/1", "7")),
            await talk.ClickAsync(Anna, card.Id, Chat, []),
            await talk.ClickAsync(Anna, card.Id, Chat, new System.Text.Json.Nodes.JsonObject { ["op"] = new System.Text.Json.Nodes.JsonArray(), ["inc"] = 5 }),
        })
            answer.Text.ShouldContain("not one that AiFixer put here");
        (await talk.VersionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_click_on_what_is_not_so_any_more_puts_the_card_right()
    {
        await using var talk = await NewAsync(postgres);
        var story = Stories.AskedAboutDiagnosis();
        await talk.Room.TellAsync(story);
        var message = await talk.Room.MessageAsync("diagnosis/1");
        var old = message.Content;
        await talk.Room.TellAsync(story.Approved());
        message.Content = old;

        (await talk.ClickAsync(Ada, "diagnosis/1", "approve")).Kind.ShouldBe(ToastKind.Warning);
        await talk.Room.LookAsync();

        Shown.Buttons(message.Content).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_that_arrived_before_anybody_wrote_that_down_can_be_clicked()
    {
        await using var talk = await NewAsync(postgres);
        talk.Room.Lark.Faults.Enqueue(Fault.None);
        talk.Room.Lark.Faults.Enqueue(Fault.Lost);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());

        var answer = await talk.ClickAsync(Anna, "om_2", Chat, Value("diagnosis/1", "approve"));

        answer.Kind.ShouldBe(ToastKind.Success);
        await talk.Room.PassAsync();
        talk.Room.Lark.Messages.Count.ShouldBe(2);
        Shown.Buttons(talk.Room.Lark.Messages[1].Content).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_that_another_took_the_place_of_loses_its_buttons_when_it_is_clicked()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var before = await talk.VersionAsync();

        var answer = await talk.ClickAsync(Anna, "om_twin", Chat, Value("diagnosis/1", "approve"));

        answer.Text.ShouldContain("newer card");
        Shown.Buttons(answer.Card.ShouldNotBeNull()).ShouldBeEmpty();
        (await talk.VersionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task High_risk_takes_two_people_and_one_of_them_twice_is_one()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutProposal(Given.Planned(traits: Given.Traits(PluginRisk.High))));

        (await talk.ClickAsync(Anna, "proposal/1", "approve")).Text.ShouldContain("somebody else has to approve it too");
        (await talk.ClickAsync(Anna, "proposal/1", "approve")).Text.ShouldContain("somebody else has to as well");
        (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        (await talk.ClickAsync(Ada, "proposal/1", "approve")).Kind.ShouldBe(ToastKind.Success);
        (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.Executing);
    }

    [Fact]
    public async Task An_incident_in_a_persons_hands_is_taken_diagnosed_again_resolved_or_ignored_from_its_card()
    {
        foreach (var (op, by, reason, status) in new[]
        {
            ("take", Otto, null, IncidentStatus.Escalated),
            ("again", Otto, null, IncidentStatus.Diagnosing),
            ("fixed", Otto, "restarted it by hand", IncidentStatus.Resolved),
            ("ignore", Otto, null, IncidentStatus.Ignored),
        })
        {
            await using var talk = await NewAsync(postgres);
            await talk.Room.TellAsync(Stories.Escalated());

            (await talk.ClickAsync(by, "escalation/1", op, reason)).Kind.ShouldBe(ToastKind.Success, op);

            (await talk.StateAsync()).Status.ShouldBe(status);
        }
    }

    [Fact]
    public async Task A_button_of_an_earlier_escalation_does_nothing_to_a_later_one()
    {
        await using var talk = await NewAsync(postgres);
        var story = Stories.Escalated();
        await talk.Room.TellAsync(story);
        await talk.Room.TellAsync(story.Hears(new PersonInput.Rediagnose(Given.Operator, "")).Hears(new PersonInput.Escalate(Given.Operator, "", "again")));
        var version = await talk.VersionAsync();

        (await talk.ClickAsync(Otto, "escalation/1", "ignore")).Text.ShouldContain("out of date");

        (await talk.VersionAsync()).ShouldBe(version);
        (await talk.ClickAsync(Otto, "escalation/2", "ignore")).Kind.ShouldBe(ToastKind.Success);
        (await talk.ClickAsync(Otto, "escalation/2", "ignore")).Text.ShouldContain("was ignored");
    }

    private async Task<ClickAnswer> RefusedAsync(Func<TalkUnderTest, Task> before, LarkPerson by)
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        await before(talk);
        var version = await talk.VersionAsync();
        var answer = await talk.ClickAsync(by, "diagnosis/1", "approve");
        (await talk.VersionAsync()).ShouldBe(version);
        return answer;
    }
}
