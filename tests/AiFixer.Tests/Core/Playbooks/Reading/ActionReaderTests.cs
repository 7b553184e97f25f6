using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Reading;
using static AiFixer.Tests.Core.Playbooks.Reading.Source;

namespace AiFixer.Tests.Core.Playbooks.Reading;

/// <summary>What a playbook does is read as one exact call, or told what is wrong with it.</summary>
public sealed class ActionReaderTests
{
    [Fact]
    public void A_container_is_restarted_with_only_what_was_given() =>
        Call("DOCKER_RESTART", ("container", Plain("db")), ("compose", Plain("false"))).ShouldBe("""docker.restart {"container":"db"}""");

    [Fact]
    public void A_container_has_a_name_and_is_no_compose_service_unless_that_is_said()
    {
        Call("DOCKER_RESTART", ("container", Plain("db"))).ShouldBe("""docker.restart {"container":"db"}""");
        Wrong("DOCKER_RESTART").ShouldBe(["line 1: action.params.container is missing"]);
    }

    [Fact]
    public void A_compose_service_is_restarted_in_its_project_over_its_connection() =>
        Call("docker_restart", ("container", Plain("db")), ("compose", Plain("true")), ("project", Plain("momo")), ("connection", Plain("app")))
            .ShouldBe("""docker.restart {"compose":true,"connection":"app","container":"db","project":"momo"}""");

    [Fact]
    public void A_command_needs_its_words_once()
    {
        Wrong("SSH_CMD", ("host", Plain("app"))).ShouldBe(["line 1: action.params.argv or cmd must say the command, one of them"]);
        Wrong("SSH_CMD", ("host", Plain("app")), ("cmd", Plain("ls")), ("argv", List(Plain("ls"))))
            .ShouldBe(["line 4: action.params.argv or cmd must say the command, one of them"]);
    }

    [Fact]
    public void Blanks_between_words_are_none_of_them() =>
        Call("SSH_CMD", ("host", Plain("app")), ("cmd", Plain("ls  -l"))).ShouldBe("""ssh.cmd {"argv":["ls","-l"],"host":"app"}""");

    [Fact]
    public void A_command_has_eight_words_at_most()
    {
        Call("SSH_CMD", ("host", Plain("app")), ("argv", List([.. Enumerable.Repeat(Plain("x"), 8)]))).ShouldContain("\"x\",\"x\"");
        Wrong("SSH_CMD", ("host", Plain("app")), ("argv", List([.. Enumerable.Repeat(Plain("x"), 9)]))).ShouldBe(["line 3: action.params.argv may have 8 entries"]);
    }

    [Fact]
    public void People_are_told_a_message()
    {
        Good("ALERT_ONLY", ("message", Plain("Log in again."))).ShouldBe(new PlaybookAction(PlaybookActionType.AlertOnly, Message: "Log in again."));
        Wrong("ALERT_ONLY", ("message", Quoted(" "))).ShouldBe(["line 2: action.params.message is missing"]);
        Wrong("ALERT_ONLY", ("message", Plain(new string('x', 2_001)))).ShouldBe(["line 2: action.params.message may have 2000 characters"]);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1440", 1440)]
    public void It_waits_for_a_minute_to_a_day(string text, int minutes) =>
        Good("WAIT_RETRY", ("wait_minutes", Plain(text))).Wait.ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void It_waits_neither_for_nothing_nor_for_longer()
    {
        Wrong("WAIT_RETRY", ("wait_minutes", Plain("0"))).ShouldHaveSingleItem().ShouldEndWith("from 1 to 1440");
        Wrong("WAIT_RETRY", ("wait_minutes", Plain("1441"))).ShouldHaveSingleItem().ShouldEndWith("from 1 to 1440");
        Wrong("WAIT_RETRY").ShouldBe(["line 1: action.params.wait_minutes is missing"]);
    }

    [Fact]
    public void Any_plugin_is_called_with_arguments_in_their_order_and_readable()
    {
        Call("PLUGIN", ("plugin", Plain("x.y")), ("arguments", Map(("b", Plain("é<")), ("a", Plain("1"))))).ShouldBe("""x.y {"a":1,"b":"é<"}""");
        Call("PLUGIN", ("plugin", Plain("x.y"))).ShouldBe("x.y {}");
        Read(Map(("type", Plain("PLUGIN")), ("params", Map()))).Action.ShouldBeNull();
    }

    [Fact]
    public void Arguments_have_names()
    {
        Wrong("PLUGIN", ("plugin", Plain("x.y")), ("arguments", List())).ShouldBe(["line 3: action.params.arguments must have named fields"]);
        Wrong("PLUGIN", ("arguments", Map())).ShouldBe(["line 1: action.params.plugin is missing"]);
    }

    [Fact]
    public void What_belongs_to_another_type_is_refused() =>
        Wrong("ALERT_ONLY", ("message", Plain("x")), ("host", Plain("app"))).ShouldBe(["line 3: action.params.host is not known here; there are message"]);

    [Fact]
    public void An_action_says_what_it_is_and_with_what()
    {
        Read(null).ShouldBe((null, []));
        Read(Map()).Problems.ShouldBe(["line 1: action.type is missing"]);
        Read(Map(("type", Plain("PLUGIN")))).Problems.ShouldBe(["line 1: action.params is missing"]);
        Read(Map(("params", Map()))).Problems.ShouldBe(["line 1: action.type is missing"]);
        Read(Map(("type", Quoted("")))).Problems.ShouldBe(["line 2: action.type is missing"]);
        Read(Map(("type", Quoted("")), ("params", Map()))).Problems.ShouldBe(["line 2: action.type is missing"]);
        Read(Map(("type", Plain("REBOOT")), ("params", Map()))).Problems
            .ShouldBe(["line 2: action.type must be one of DOCKER_RESTART, SSH_CMD, ALERT_ONLY, WAIT_RETRY, PLUGIN"]);
        Read(Map(("type", Plain("PLUGIN")), ("params", Map()), ("more", Plain("x")))).Problems.ShouldContain("line 4: action.more is not known here; there are type, params");
    }

    private static string Call(string type, params (string, SourceNode)[] given) => Good(type, given).Detail;

    private static PlaybookAction Good(string type, params (string, SourceNode)[] given)
    {
        var (action, problems) = Read(Map(("type", Plain(type)), ("params", Map(given))));
        problems.ShouldBeEmpty();
        return action.ShouldNotBeNull();
    }

    private static string[] Wrong(string type, params (string, SourceNode)[] given) => Read(Map(("type", Plain(type)), ("params", Map(given)))).Problems;

    private static (PlaybookAction? Action, string[] Problems) Read(SourceNode? node)
    {
        var problems = new List<PlaybookProblem>();
        var action = ActionReader.Read(node, problems);
        return (action, [.. problems.Select(problem => problem.ToString())]);
    }
}
