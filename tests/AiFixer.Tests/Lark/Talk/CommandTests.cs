using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Texts;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Lark.Talk;
using AiFixer.Lark.Texts;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using static AiFixer.Tests.Lark.Talk.TalkUnderTest;

namespace AiFixer.Tests.Lark.Talk;

public sealed class CommandTests(SharedPostgres postgres)
{
    [Fact]
    public async Task The_help_names_every_command()
    {
        await using var talk = await NewAsync(postgres);

        var help = await talk.SayAsync(Stranger, "/help");

        foreach (var kind in Enum.GetNames<AiFixer.Lark.Talk.Commands.CommandKind>())
            help.ShouldContain("/" + kind.ToLowerInvariant());
    }

    [Fact]
    public async Task How_things_stand_is_told_in_all_and_of_one()
    {
        await using var talk = await NewAsync(postgres);
        (await talk.SayAsync(Stranger, "/status")).ShouldContain("Nothing is open.");
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());

        (await talk.SayAsync(Stranger, "/status")).ShouldContain($"P2 {Given.Id}");
        var one = await talk.SayAsync(Stranger, $"/status {Given.Id}");
        one.ShouldContain("Revision 2 crashes at start. (confirmed, offline)");
        one.ShouldContain("Answer until 2026-01-05 11:00 UTC");
        (await talk.SayAsync(Stranger, "/status INC-00000000000000000")).ShouldContain("There is no incident");
    }

    [Fact]
    public async Task Decisions_can_be_typed_by_those_who_may_make_them()
    {
        foreach (var (said, by, status) in new[]
        {
            ("/approve {0}", Anna, IncidentStatus.Proposing),
            ("/reject {0} wrong", Anna, IncidentStatus.Escalated),
            ("/diag {0}", Otto, IncidentStatus.Diagnosing),
            ("/ignore {0} known", Otto, IncidentStatus.Ignored),
        })
        {
            await using var talk = await NewAsync(postgres);
            await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
            var text = said.Replace("{0}", Given.Id.Value, StringComparison.Ordinal);

            (await talk.SayAsync(Stranger, text)).ShouldContain("you may not decide here");
            (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.AwaitingDiagnosisApproval);
            await talk.SayAsync(by, text);
            (await talk.StateAsync()).Status.ShouldBe(status, said);
        }
    }

    [Fact]
    public async Task Whoever_answers_a_card_means_its_incident()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        (await talk.SayAsync(Anna, "/approve")).ShouldContain("Which incident?");

        await talk.SayAsync(talk.Message(Anna, "/approve") with { RootId = (await talk.Room.MessageAsync("alert")).Id });

        (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public async Task What_was_asked_after_a_command_was_typed_is_not_answered_by_it()
    {
        await using var talk = await NewAsync(postgres);
        var typed = talk.Message(Anna, $"/approve {Given.Id}") with { WrittenAt = Given.Start.AddSeconds(-1) };
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());

        (await talk.SayAsync(typed)).ShouldContain("something newer than your command");

        (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.AwaitingDiagnosisApproval);
    }

    [Fact]
    public async Task Somebody_who_is_named_is_asked_and_called_on_the_card()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        (await talk.SayAsync(Otto, $"/escalate {Given.Id}")).ShouldContain("/escalate @user INC");

        await talk.SayAsync(talk.Message(Otto, $"/escalate @Tom Lee {Given.Id} too hard") with { Mentions = [new("@_user_1", new("ou_tom", Name: "Tom Lee"))] });
        await talk.Room.LookAsync();

        var escalation = (await talk.StateAsync()).Escalation.ShouldNotBeNull();
        (escalation.To, escalation.Reason).ShouldBe(("Tom Lee (ou_tom)", "too hard"));
        Cards.Shown.Markdown((await talk.Room.MessageAsync("escalation/1")).Content).ShouldContain("<at id=ou_tom></at>");
    }

    [Fact]
    public async Task What_only_reads_is_run_and_its_answer_is_bounded_and_means_nothing()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        talk.Plugins.Data = string.Concat(Enumerable.Repeat("<at id=all></at> ", 10_000));

        var answer = await talk.SayAsync(Otto, $"/run k8s.get_pod_logs {Given.Id} pod=web");

        answer.ShouldContain("The last lines.");
        talk.Plugins.Asked.ShouldHaveSingleItem().Call.Arguments.ShouldBe("""{"lines":10,"pod":"web"}""");
        var card = talk.Room.Lark.Messages[^1].Content;
        AiFixer.Lark.Cards.CardFit.Fits(card).ShouldBeTrue();
        Cards.Shown.Markdown(card).ShouldNotContain("<at");
    }

    [Theory]
    [InlineData("/run", "It is used like this")]
    [InlineData("/run nothing.here", "There is no plugin nothing.here")]
    [InlineData("/run k8s.get_pod_logs", "cannot be called like this")]
    [InlineData("/run k8s.get_pod_logs pod", "is not name=value")]
    [InlineData("/run k8s.get_pod_logs pod=web lines=many", "cannot be called like this")]
    public async Task What_cannot_be_run_is_told_why(string said, string why)
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());

        (await talk.SayAsync(Otto, $"{said} {Given.Id}")).ShouldContain(why);
        talk.Plugins.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changes_something_goes_through_the_policy_and_to_somebody_else()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.Escalated());
        (await talk.SayAsync(Stranger, $"/run k8s.restart_pod {Given.Id} pod=web")).ShouldContain("you may not");

        (await talk.SayAsync(Anna, $"/run k8s.restart_pod {Given.Id} pod=web")).ShouldContain("somebody else approves it");

        var state = await talk.StateAsync();
        state.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        state.PlannedNow().ShouldHaveSingleItem().Request.ShouldBe(new("k8s.restart_pod", """{"lines":10,"pod":"web"}"""));
        talk.Plugins.Asked.ShouldHaveSingleItem().Call.DryRun.ShouldBeTrue();
        await talk.Room.LookAsync();
        (await talk.ClickAsync(Anna, "proposal/1", "approve")).Text.ShouldContain("Not by you");
        (await talk.ClickAsync(Ada, "proposal/1", "approve")).Kind.ShouldBe(ToastKind.Success);
    }

    [Fact]
    public async Task A_program_commands_nothing_whatever_its_text_begins_with()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var before = await talk.VersionAsync();

        (await talk.SayAsync(talk.Message(Anna, $"/approve {Given.Id}") with { SenderType = "app" })).ShouldBeEmpty();

        (await talk.VersionAsync()).ShouldBe(before);
    }

    [Fact]
    public void A_chat_speaks_for_our_own_people_and_whoever_is_named_has_that_role_alone()
    {
        var members = new Members(new()
        {
            Chats = new Dictionary<string, ChatOptions> { ["oc_1"] = new(Role: PersonRole.Approver) },
            People = new Dictionary<string, MemberOptions> { ["ou_new"] = new(PersonRole.Viewer) },
        });

        members.Of(new("ou_ours"), "oc_1")!.Role.ShouldBe(PersonRole.Approver);
        members.Of(new("ou_theirs") { IsGuest = true }, "oc_1")!.Role.ShouldBe(PersonRole.Viewer);
        members.Of(new("ou_new"), "oc_1")!.Role.ShouldBe(PersonRole.Viewer);
    }

    [Fact]
    public async Task While_nobody_says_who_we_are_what_may_be_for_us_waits()
    {
        await using var talk = await NewAsync(postgres);
        talk.Room.Lark.IsNameless = true;
        var message = talk.Message(Otto, "@_user_1 /help") with { Mentions = [new("@_user_1", new("ou_bot"))] };
        var received = new ReceivedMessage("om_1", MessageJson.Write(message), 0, "", "one");

        (await talk.Handling.HandleAsync(received, CancellationToken.None)).ShouldBe("it is not known who we are in Lark");
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_answered_with_what_was_meant_and_talk_with_silence()
    {
        await using var talk = await NewAsync(postgres);

        (await talk.SayAsync(Anna, "/aprove INC-1")).ShouldContain("Did you mean /approve?");
        (await talk.SayAsync(Anna, "/var/log is full")).ShouldBeEmpty();
        (await talk.SayAsync(Anna, "good morning")).ShouldBeEmpty();
        (await talk.SayAsync(talk.Message(Anna, "good morning") with { ChatType = "p2p" })).ShouldContain("/help");
    }

    [Fact]
    public async Task A_chat_is_spoken_to_in_its_language()
    {
        await using var talk = await NewAsync(postgres);
        var words = Words.Of(new AiFixer.Lark.Room.RoomOptions { Chats = new Dictionary<string, AiFixer.Lark.Room.ChatOptions> { ["oc_1"] = new(Language.Chinese) } }.LanguageOf("oc_1"));

        words["button.approve"].ShouldBe("同意");
    }
}
