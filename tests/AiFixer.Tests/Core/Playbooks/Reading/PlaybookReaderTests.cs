using AiFixer.Core;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Reading;
using static AiFixer.Tests.Core.Playbooks.Reading.Source;

namespace AiFixer.Tests.Core.Playbooks.Reading;

public sealed class PlaybookReaderTests
{
    private static readonly (string Name, SourceNode Value)[] Least =
    [
        ("name", Plain("DNS")),
        ("class", Plain("DNS_FAIL")),
        ("patterns", List(Plain("abc"))),
        ("action", Map(("type", Plain("ALERT_ONLY")), ("params", Map(("message", Plain("look")))))),
    ];

    [Fact]
    public void What_a_file_does_not_say_is_as_it_usually_is()
    {
        var playbook = Good();

        (playbook.Description, playbook.MinimumSeverity, playbook.Mode, playbook.IsActive).ShouldBe(("", Severity.P3, null, true));
        (playbook.Cooldown, playbook.MaxRetries).ShouldBe((TimeSpan.FromMinutes(30), 3));
        playbook.Selection.ShouldBe(PlaybookSelection.Any);
    }

    [Fact]
    public void What_it_selects_by_is_read_list_by_list()
    {
        var selection = Good(("select", Map(
            ("sources", List(Plain("s"))), ("tasks", List(Plain("t"))), ("services", List(Plain("v"))), ("targets", List(Plain("g")))))).Selection;

        selection.Lists.Select(list => $"{list.Name}={string.Join(',', list.Wanted)}").ShouldBe(["source=s", "task=t", "service=v", "target=g"]);
    }

    [Fact]
    public void What_it_could_select_by_is_known() =>
        Wrong(("select", Map(("jobs", List())))).ShouldBe(["line 2: select.jobs is not known here; there are sources, tasks, services, targets"]);

    [Theory]
    [InlineData("cooldown_minutes", "0")]
    [InlineData("cooldown_minutes", "44640")]
    [InlineData("max_retries", "1")]
    [InlineData("max_retries", "100")]
    public void Its_limits_can_be_reached(string field, string text) => Good((field, Plain(text))).ShouldNotBeNull();

    [Theory]
    [InlineData("cooldown_minutes", "-1", "from 0 to 44640")]
    [InlineData("cooldown_minutes", "44641", "from 0 to 44640")]
    [InlineData("max_retries", "0", "from 1 to 100")]
    [InlineData("max_retries", "101", "from 1 to 100")]
    public void Its_limits_cannot_be_passed(string field, string text, string problem) => Wrong((field, Plain(text))).ShouldHaveSingleItem().ShouldEndWith(problem);

    [Fact]
    public void A_field_that_is_mistyped_is_refused() => Wrong(("colour", Plain("red"))).ShouldHaveSingleItem().ShouldStartWith("line 6: colour is not known here");

    [Theory]
    [InlineData("a", true)]
    [InlineData("docker-dns-2", true)]
    [InlineData("", false)]
    [InlineData("2nd", false)]
    [InlineData("-a", false)]
    [InlineData("Dns", false)]
    [InlineData("dns_fail", false)]
    [InlineData("dns\n", false)]
    [InlineData("a/dns", false)]
    public void An_id_can_be_part_of_an_address(string id, bool isGood) => (PlaybookReader.IdProblem(id) is null).ShouldBe(isGood);

    [Fact]
    public void An_id_has_64_letters_at_most()
    {
        PlaybookReader.IdProblem(new string('a', 64)).ShouldBeNull();
        PlaybookReader.IdProblem(new string('a', 65)).ShouldNotBeNull();
    }

    [Fact]
    public void A_wrong_id_is_told_with_the_rest()
    {
        var problems = new List<PlaybookProblem>();

        PlaybookReader.Read("No", Map(Least), problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().ToString().ShouldStartWith("id must be lower-case letters");
    }

    [Fact]
    public void A_playbook_does_something()
    {
        var problems = new List<PlaybookProblem>();

        PlaybookReader.Read("dns", Map([.. Least.Where(field => field.Name != "action")]), problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().ToString().ShouldBe("line 1: action is missing");
    }

    [Fact]
    public void What_was_wrong_before_does_not_spoil_it() =>
        PlaybookReader.Read("dns", Map(Least), [new("other", 0, "is wrong")]).ShouldNotBeNull();

    [Fact]
    public void Its_version_is_the_same_in_every_release() => Good().Version.ShouldBe("b2973f8fef36a36d");

    [Fact]
    public void Its_version_does_not_follow_the_order_of_names() =>
        PlaybookReader.Read("dns", Map([.. Least.Reverse()]), [])!.Version.ShouldBe(Good().Version);

    [Fact]
    public void Its_version_tells_text_from_what_may_be_a_number()
    {
        string[] versions = [.. new[] { Plain("x1"), Quoted("x1"), Plain("x") }.Select(text => Good(("description", text)).Version)];

        versions.ShouldBeUnique();
    }

    private static Playbook Good(params (string, SourceNode)[] more)
    {
        var problems = new List<PlaybookProblem>();
        var playbook = PlaybookReader.Read("dns", Map([.. Least, .. more]), problems);
        problems.ShouldBeEmpty();
        return playbook.ShouldNotBeNull();
    }

    private static string[] Wrong(params (string, SourceNode)[] more)
    {
        var problems = new List<PlaybookProblem>();
        PlaybookReader.Read("dns", Map([.. Least, .. more]), problems).ShouldBeNull();
        return [.. problems.Select(problem => problem.ToString())];
    }
}
