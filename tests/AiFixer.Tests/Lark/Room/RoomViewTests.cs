using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Lark.Texts;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Cards;

namespace AiFixer.Tests.Lark.Room;

public sealed class RoomViewTests
{
    [Fact]
    public void A_diagnosis_asks_with_its_verdict_its_evidence_and_two_answers()
    {
        var card = Scenes.Show(Stories.AskedAboutDiagnosis()).Part("diagnosis/1");

        card.IsOpen.ShouldBeTrue();
        Shown.Buttons(card.Card).ShouldBe(["approve", "reject"]);
        var text = Shown.Text(card.Card);
        foreach (var part in new[] { "confirmed", "bad-rollout", "90", "Revision 2 crashes at start.", "panic: no config", "deployment default/web", "By offline" })
            text.ShouldContain(part);
        ((string?)card.Card["header"]!["template"]).ShouldBe("yellow");
    }

    [Fact]
    public void A_diagnosis_shows_how_the_service_did_and_the_command_for_what_is_advised()
    {
        var incident = Stories.AskedAboutDiagnosis().State;
        var advised = incident.Diagnosis! with
        {
            Gold = new("web", 120, "falling", null, 830.5, "https://traces.example/trace/1", ["E1"]),
            Advice = [new(AdviceKind.Scale, "Run 5 copies.", new(new("k8s.scale_deployment", """{"deployment":"web","replicas":5}"""), "more")), new(AdviceKind.Cache, "Keep it.")],
        };

        var card = Scenes.Show(incident with { Diagnosis = advised }).Part("diagnosis/1").Card;

        var text = Shown.Text(card);
        foreach (var part in new[] { "120 req/s ↘, P99 830.5 ms", "SCALE: Run 5 copies. /run k8s.scale_deployment " + incident.Id + " deployment=web replicas=5", "CACHE: Keep it." })
            text.ShouldContain(part);
        Shown.Markdown(card).ShouldContain("](https://traces.example/trace/1)");
    }

    [Fact]
    public void A_proposal_shows_the_exact_call_the_diff_the_risk_who_feels_it_the_way_back_and_the_rule()
    {
        var text = Shown.Text(Scenes.Show(Stories.AskedAboutProposal()).Part("proposal/1").Card);

        foreach (var part in new[] { "PATCH /apis/apps/v1/namespaces/default/deployments/web", "+image: web:1", "medium risk", "All pods are replaced one by one.", "\"revision\":2", "Asked because" })
            text.ShouldContain(part);
    }

    [Fact]
    public void Where_there_is_no_room_for_the_whole_call_it_can_be_rejected_and_not_approved()
    {
        var incident = Stories.AskedAboutProposal().State;
        var longer = incident with { Actions = incident.Actions.ConvertAll(action => action with { Plan = action.Plan! with { Call = new string('x', 20_000) } }) };

        Shown.Buttons(RoomView.Of(incident, RoomHistory.None, RoomFacts.None, Scenes.English).Part("proposal/1").Card).ShouldBe(["approve", "reject"], ignoreOrder: true);
        var card = RoomView.Of(longer, RoomHistory.None, RoomFacts.None, Scenes.English).Part("proposal/1").Card;

        Shown.Buttons(card).ShouldBe(["reject"]);
        Shown.Text(card).ShouldContain("it cannot be approved here");
    }

    [Fact]
    public void What_is_left_of_the_budget_is_shown_while_it_is_asked()
    {
        var incident = Stories.AskedAboutProposal().State;
        var shown = RoomView.Of(incident, RoomHistory.None, new(7, 10), Scenes.English).Part("proposal/1");

        Shown.Text(shown.Card).ShouldContain("7 of 10");
    }

    [Fact]
    public void A_question_that_has_its_answer_has_no_buttons_and_says_who()
    {
        var card = Scenes.Show(Stories.Granted()).Part("proposal/1");

        card.IsOpen.ShouldBeFalse();
        Shown.Buttons(card.Card).ShouldBeEmpty();
        Shown.Text(card.Card).ShouldContain("Approved by Anna at 2026-01-05 10:00 UTC.");
    }

    [Fact]
    public void A_question_nobody_answered_says_so()
    {
        var shown = Scenes.Show(Stories.AskedAboutProposal().ComesDue());

        Shown.Text(shown.Part("proposal/1").Card).ShouldContain("Nobody answered until 2026-01-05 11:00 UTC");
        shown.Part("escalation/1").IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Four_eyes_say_who_approved_so_far()
    {
        var story = Stories.AskedAboutProposal(Given.Planned(traits: Given.Traits(PluginRisk.High))).Approved();

        var card = Scenes.Show(story).Part("proposal/1");

        card.IsOpen.ShouldBeTrue();
        Shown.Text(card.Card).ShouldContain("2 people have to approve. So far: Anna");
    }

    [Fact]
    public void A_stale_plan_is_said_on_its_own_card_and_asked_about_again_on_another()
    {
        var story = Stories.Granted();
        story.Hears(new TaskInput.CannotSend(story.Task.Id, "the image is another")).Proposed(Given.Planned());

        var shown = Scenes.Show(story);

        Shown.Text(shown.Part("proposal/1").Card).ShouldContain("the world had changed since");
        shown.Part("proposal/1").IsOpen.ShouldBeFalse();
        shown.Part("proposal/2").IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void The_result_says_of_every_action_what_became_of_it_and_whether_it_helped()
    {
        var story = Stories.Verifying().Sees(TargetHealth.Healthy);
        Shown.Text(Scenes.Show(story).Part("result/1").Card).ShouldContain("AiFixer watches whether the world recovers");

        story.Waits(story.Rules.StabilisationWindow).Sees(TargetHealth.Healthy);

        var shown = Scenes.Show(story);
        Shown.Text(shown.Part("result/1").Card).ShouldContain("k8s.rollback_deployment: done");
        Shown.Text(shown.Part("result/1").Card).ShouldContain("The world recovered");
        Shown.Text(shown.Part("end").Card).ShouldContain("the world recovered after the fix");
        shown.ShouldAllBe(message => !message.IsOpen);
    }

    [Fact]
    public void Of_an_incident_in_a_persons_hands_there_are_ways_on()
    {
        var card = Scenes.Show(Stories.Escalated()).Part("escalation/1");

        Shown.Buttons(card.Card).ShouldBe(["take", "again", "ignore", "fixed"]);
    }

    [Fact]
    public void Nobody_is_left_alone_with_it_silently_each_reminder_is_a_message_of_its_own()
    {
        var story = Stories.Escalated().ComesDue().ComesDue();

        Shown.Text(Scenes.Show(story).Part("reminder/1/2").Card).ShouldContain("Reminder 2.");
        Scenes.Show(story.Hears(new PersonInput.Resolve(Given.Operator, "done"))).ShouldNotContain(message => message.Part.StartsWith("reminder/"));
    }

    [Fact]
    public void A_person_of_Lark_who_is_asked_is_called_and_nobody_else()
    {
        string Written(string to) => Shown.Markdown(Scenes.Show(Story.Open().Hears(new PersonInput.Escalate(Given.Operator, to, "help"))).Part("escalation/0").Card);

        Written("Tom (ou_1)").ShouldContain("<at id=ou_1></at>");
        Written("all (all)").ShouldNotContain("<at");
    }

    [Fact]
    public void After_a_new_diagnosis_the_old_cards_say_what_they_said_without_their_buttons()
    {
        var story = Stories.Escalated();
        story.Hears(new PersonInput.Rediagnose(Given.Operator, "")).Diagnosed(Given.Diagnosis() with { RootCause = "Another cause." });

        var shown = Scenes.Show(story);

        Shown.Text(shown.Part("diagnosis/1").Card).ShouldContain("Revision 2 crashes at start.");
        Shown.Text(shown.Part("diagnosis/2").Card).ShouldContain("Another cause.");
        Shown.Text(shown.Part("escalation/1").Card).ShouldContain("too hard");
        shown.Where(message => message.IsOpen).Select(message => message.Part).ShouldBe(["diagnosis/2"]);
    }

    [Fact]
    public void An_incident_that_came_from_a_chat_needs_no_message_that_says_it_is_there()
    {
        var alert = new ChatAlert("oc_1", "om_1").On(Given.Alert());

        Scenes.Show(Story.Open(alert: alert)).ShouldBeEmpty();
        Scenes.Show(Story.Open()).ShouldHaveSingleItem().Part.ShouldBe("alert");
    }

    [Fact]
    public void Another_sender_cannot_say_where_a_message_is()
    {
        var alert = new ChatAlert("oc_1", "om_1").On(Given.Alert()) with { Source = "alertmanager" };

        ChatAlert.Of(alert).ShouldBeNull();
    }

    [Theory]
    [InlineData(IncidentStatus.Triaging)]
    [InlineData(IncidentStatus.Diagnosing)]
    [InlineData(IncidentStatus.AwaitingDiagnosisApproval)]
    [InlineData(IncidentStatus.Proposing)]
    [InlineData(IncidentStatus.AwaitingProposalApproval)]
    [InlineData(IncidentStatus.Waiting)]
    [InlineData(IncidentStatus.Executing)]
    [InlineData(IncidentStatus.Verifying)]
    [InlineData(IncidentStatus.Escalated)]
    [InlineData(IncidentStatus.Resolved)]
    [InlineData(IncidentStatus.Ignored)]
    public void Wherever_it_stands_every_card_can_be_told_in_every_language(IncidentStatus status)
    {
        var incident = Stories.At(status).State;
        var english = Scenes.Show(incident);
        var chinese = Scenes.Show(incident, words: Words.Chinese);

        chinese.Select(message => (message.Part, message.IsOpen)).ShouldBe(english.Select(message => (message.Part, message.IsOpen)));
        english.Count(message => message.IsOpen).ShouldBe(status.AwaitsApproval() || status == IncidentStatus.Escalated ? 1 : 0);
    }

    [Fact]
    public void The_same_incident_is_shown_the_same() =>
        Scenes.Show(Stories.AskedAboutProposal()).Select(message => message.Card.ToJsonString())
            .ShouldBe(Scenes.Show(Stories.AskedAboutProposal()).Select(message => message.Card.ToJsonString()));

    [Fact]
    public void Every_sentence_is_there_in_every_language_with_the_same_places()
    {
        Words.Chinese.Keys.Order().ShouldBe(Words.English.Keys.Order());
        foreach (var key in Words.English.Keys)
            Places(Words.Chinese[key]).ShouldBe(Places(Words.English[key]), key);
    }

    private static IEnumerable<string> Places(string sentence) =>
        System.Text.RegularExpressions.Regex.Matches(sentence, @"\{\d\}").Select(place => place.Value).Order();
}
