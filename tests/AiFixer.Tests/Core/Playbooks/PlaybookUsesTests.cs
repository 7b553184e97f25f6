using System.Collections.Immutable;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Tests.Core.Incidents.Support;
using static AiFixer.Tests.Core.Playbooks.Playbooks;

namespace AiFixer.Tests.Core.Playbooks;

/// <summary>What is kept of a playbook that was found, and what it is asked about.</summary>
public sealed class PlaybookUsesTests
{
    [Fact]
    public void Where_none_fits_none_is_kept() => PlaybookUses.Of(new(null, "", [], 0), Given.Alert()).ShouldBeNull();

    [Fact]
    public void It_is_kept_as_it_is_now()
    {
        var found = Named("dns", "abc");

        var use = PlaybookUses.Of(new(found, "It fits.", [new RunnerUp("b", "B", "is not active")], 4), Given.Alert())!;

        (use.Id, use.Name, use.Version, use.Action, use.Cooldown, use.MaxRetries, use.Mode)
            .ShouldBe((found.Id, found.Name, found.Version, found.Action, found.Cooldown, found.MaxRetries, found.Mode));
        (use.Reason, use.Others, use.RunnersUp.Count).ShouldBe(("It fits.", 4, 1));
    }

    [Fact]
    public void Its_limits_are_counted_for_the_target_then_the_job_then_the_service_then_the_trouble()
    {
        var nothing = Given.Alert() with { Target = null };
        var service = nothing with { Labels = Labels(("service", "shop")) };
        var job = service with { Labels = Labels(("service", "shop"), ("task", "import")) };

        new[] { Given.Alert(), job with { Target = Given.Target("api") }, job, service, nothing }.Select(Target)
            .ShouldBe(["main/deployment/default/web", "main/deployment/default/api", "task/import", "service/shop", "f1"]);
    }

    [Fact]
    public void What_is_known_of_an_alert_is_what_is_asked_about()
    {
        var alert = Given.Alert() with { Description = "no such host", Labels = Labels(("service", "shop"), ("task", "import")) };

        var question = MatchQuestion.Of(alert, ErrorClass.DnsFail, Severity.P1);

        question.ShouldBe(new MatchQuestion(
            ErrorClass.DnsFail, Severity.P1, "CrashLooping\nweb restarts again and again\nno such host", "alertmanager", "import", "shop", "deployment default/web"));
        new[] { "source", "task", "service", "target" }.Select(question.Of).ShouldBe(["alertmanager", "import", "shop", "deployment default/web"]);
        MatchQuestion.Of(Given.Alert() with { Target = null }, ErrorClass.Oom, Severity.P2).Target.ShouldBe("");
    }

    [Theory]
    [InlineData(PlaybookActionType.DockerRestart, "DOCKER_RESTART")]
    [InlineData(PlaybookActionType.SshCmd, "SSH_CMD")]
    [InlineData(PlaybookActionType.AlertOnly, "ALERT_ONLY")]
    [InlineData(PlaybookActionType.WaitRetry, "WAIT_RETRY")]
    [InlineData(PlaybookActionType.Plugin, "PLUGIN")]
    public void A_type_has_a_name_for_people(PlaybookActionType type, string name)
    {
        PlaybookActionNames.Of(type).ShouldBe(name);
        PlaybookActionNames.Parse(name.ToLowerInvariant()).ShouldBe(type);
        PlaybookActionNames.All.ShouldContain(name);
    }

    [Fact]
    public void Another_name_is_no_type() => PlaybookActionNames.Parse("REBOOT").ShouldBeNull();

    [Fact]
    public void An_action_is_told_exactly()
    {
        new PlaybookAction(PlaybookActionType.Plugin, Given.Request()).Detail.ShouldBe($"{Given.Request().Plugin} {Given.Request().Arguments}");
        new PlaybookAction(PlaybookActionType.AlertOnly, Message: "Log in again.").Detail.ShouldBe("Log in again.");
        new PlaybookAction(PlaybookActionType.WaitRetry, Wait: TimeSpan.FromSeconds(90)).Detail.ShouldBe("wait 1.5 minutes");
    }

    [Theory]
    [InlineData("name", 3, "line 3: name is missing")]
    [InlineData("name", 0, "name is missing")]
    [InlineData("", 1, "line 1: it is missing")]
    public void A_problem_is_a_sentence_with_its_place(string field, int line, string text) =>
        new PlaybookProblem(field, line, "is missing").ToString().ShouldBe(text);

    [Fact]
    public void Without_playbooks_none_fits()
    {
        NoPlaybooks.Instance.Current.ShouldBe(PlaybookSet.Empty);
        PlaybookSet.Empty.Playbooks.ShouldBeEmpty();
        PlaybookSet.Empty.Match(Asking("abc")).RunnersUp.ShouldBeEmpty();
        PlaybookSet.Empty.Match(Asking("abc")).Reason.ShouldBe("There is no playbook for DNS_FAIL.");
    }

    private static string Target(Alert alert) => PlaybookUses.Of(new(Named("dns", "abc"), "", [], 0), alert)!.Target;

    private static ImmutableSortedDictionary<string, string> Labels(params (string Key, string Value)[] labels) =>
        labels.ToImmutableSortedDictionary(label => label.Key, label => label.Value);
}
