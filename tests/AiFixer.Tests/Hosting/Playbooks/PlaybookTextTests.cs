using AiFixer.Core.Playbooks;
using AiFixer.Core.Policy;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Tests.Hosting.Playbooks;

public sealed class PlaybookTextTests
{
    private const string Good = """
        name: DNS
        class: DNS_FAIL
        patterns:
          - name resolution
          - "re:no such host .+"
        minimum_severity: P2
        select:
          tasks: [run_*]
        action:
          type: DOCKER_RESTART
          params:
            container: momo-db
            compose: true
        cooldown_minutes: 30
        max_retries: 3
        mode: auto
        """;

    [Fact]
    public void A_good_one_is_read_whole()
    {
        var playbook = Read(Good, []);

        playbook.ShouldNotBeNull();
        playbook.Name.ShouldBe("DNS");
        playbook.Patterns.Count.ShouldBe(2);
        playbook.Selection.Tasks.ShouldBe(["run_*"]);
        playbook.Action.Request!.Plugin.ShouldBe("docker.restart");
        playbook.Action.Request.Arguments.ShouldBe("""{"compose":true,"container":"momo-db"}""");
        (playbook.Cooldown, playbook.MaxRetries, playbook.Mode, playbook.IsActive).ShouldBe((TimeSpan.FromMinutes(30), 3, PolicyMode.Auto, true));
    }

    [Theory]
    [InlineData("cooldown_minutes: 30", "cooldown_minutes: -1", "cooldown_minutes", 14, "must be a whole number from 0 to")]
    [InlineData("max_retries: 3", "max_retries: 0", "max_retries", 15, "from 1 to 100")]
    [InlineData("class: DNS_FAIL", "class: DNS", "class", 2, "must be one of DNS_FAIL, DB_UNREACHABLE")]
    [InlineData("  - name resolution", "  - ab", "patterns[0]", 4, "3 to 500 characters")]
    [InlineData("re:no such host .+", "re:(a+", "patterns[1]", 5, "is no regular expression")]
    [InlineData("re:no such host .+", "re:(a+)+\\\\1", "patterns[1]", 5, "cannot be matched in time that is linear")]
    [InlineData("re:no such host .+", "re:(?=a)bcd", "patterns[1]", 5, "cannot be matched in time that is linear")]
    [InlineData("re:no such host .+", "re:((a{1000}){1000}){1000}", "patterns[1]", 5, "")]
    [InlineData("re:no such host .+", "re:.*", "patterns[1]", 5, "3 to 500 characters")]
    [InlineData("re:no such host .+", "re:x?y?", "patterns[1]", 5, "fits every text")]
    [InlineData("type: DOCKER_RESTART", "type: REBOOT", "action.type", 10, "must be one of DOCKER_RESTART")]
    [InlineData("    container: momo-db", "    contaner: momo-db", "action.params.contaner", 12, "is not known here; there are container")]
    [InlineData("minimum_severity: P2", "minimum_severity: P9", "minimum_severity", 6, "must be one of P0, P1, P2, P3")]
    [InlineData("minimum_severity: P2", "cooldown: 5", "cooldown", 6, "is not known here")]
    [InlineData("mode: auto", "mode: always", "mode", 16, "must be one of shadow, review, auto")]
    [InlineData("name: DNS", "name: ''", "name", 1, "is missing")]
    [InlineData("name: DNS", "name: &me DNS", "", 1, "can go round in a circle")]
    [InlineData("  tasks: [run_*]", "  tasks: &a [*a]", "", 8, "can go round in a circle")]
    [InlineData("  tasks: [run_*]", "  tasks: [*b]", "", 8, "can go round in a circle")]
    [InlineData("name: DNS", "name: !!binary DNS", "", 1, "names a type")]
    [InlineData("name: DNS", "name: DNS\nname: again", "", 2, "has the field name twice")]
    [InlineData("name: DNS", "name: [DNS", "", 0, "is not YAML")]
    [InlineData("mode: auto", "mode: auto\n---\nname: two", "", 0, "second document")]
    public void What_is_wrong_is_told_by_field_and_line(string good, string bad, string field, int line, string problem)
    {
        var problems = new List<PlaybookProblem>();

        Read(Good.Replace(good, bad, StringComparison.Ordinal), problems).ShouldBeNull();

        problems.ShouldContain(one => one.Field == field && (line == 0 || one.Line == line) && one.Problem.Contains(problem, StringComparison.Ordinal), string.Join('\n', problems));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var problems = new List<PlaybookProblem>();

        Read("class: X\npatterns: []\naction: {type: SSH_CMD, params: {}}\nmax_retries: many", problems);

        problems.Select(problem => problem.Field).ShouldBe(
            ["name", "class", "patterns", "action.params.host", "action.params.argv", "max_retries"], ignoreOrder: true);
    }

    [Fact]
    public void The_version_follows_what_it_says_and_not_how_it_is_laid_out()
    {
        var version = Read(Good, [])!.Version;

        Read($"# a comment\n{Good}\n", [])!.Version.ShouldBe(version);
        Read(Good.Replace("30", "31", StringComparison.Ordinal), [])!.Version.ShouldNotBe(version);
    }

    [Theory]
    [InlineData("cmd: docker restart momo-db")]
    [InlineData("argv: [docker, restart, momo-db]")]
    public void A_command_is_words_and_never_a_shells_line(string command)
    {
        var text = $"{{name: a, class: OOM, patterns: [abc], action: {{type: SSH_CMD, params: {{host: app, {command}}}}}}}";

        Read(text, [])!.Action.Request!.Arguments.ShouldBe("""{"argv":["docker","restart","momo-db"],"host":"app"}""");
    }

    [Fact]
    public void Json_is_yaml_too() =>
        Read("""{"name":"a","class":"oom","patterns":["abc"],"action":{"type":"PLUGIN","params":{"plugin":"k8s.scale_deployment","arguments":{"replicas":3,"deployment":"web","namespace":"shop"}}}}""", [])!
            .Action.Request!.Arguments.ShouldBe("""{"deployment":"web","namespace":"shop","replicas":3}""");

    private static Playbook? Read(string text, List<PlaybookProblem> problems) => PlaybookText.Read("dns", text, problems);
}
