using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Lark;
using AiFixer.Lark.Room;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Lark;

public sealed class RoomSettingsTests
{
    [Fact]
    public void Until_somebody_says_so_nobody_may_do_anything_and_nothing_is_told()
    {
        var options = Read(out var problems);

        problems.ShouldBeEmpty();
        options.People.ShouldBeEmpty();
        options.Chats.ShouldBeEmpty();
        options.Chat.ShouldBeNull();
    }

    [Fact]
    public void Who_may_do_what_where_and_in_which_language_is_read()
    {
        var options = Read(
            out var problems,
            ("Chat", "oc_1"),
            ("LeastSeverity", "P1"),
            ("Language", "zh-CN"),
            ("Pages", "https://fix.example"),
            ("People:ou_1:Role", "approver"),
            ("People:ou_1:Id", "anna"),
            ("Chats:oc_2:Language", "en"),
            ("Chats:oc_2:Role", "Operator"));

        problems.ShouldBeEmpty();
        (options.Chat, options.LeastSeverity, options.Pages).ShouldBe(("oc_1", Severity.P1, new Uri("https://fix.example/")));
        options.People["ou_1"].ShouldBe(new(PersonRole.Approver, null, "anna"));
        (options.LanguageOf("oc_1"), options.LanguageOf("oc_2")).ShouldBe((Language.Chinese, Language.English));
        options.Chats["oc_2"].Role.ShouldBe(PersonRole.Operator);
    }

    [Theory]
    [InlineData("zh-CN", null, Language.Chinese)]
    [InlineData("zh-CN", "en", Language.English)]
    [InlineData("klingon", null, Language.English)]
    [InlineData(null, "zh-CN", Language.Chinese)]
    [InlineData(null, null, Language.English)]
    public void Chats_speak_what_pages_speak_unless_something_else_is_said(string? pages, string? chats, Language spoken)
    {
        var settings = new List<(string, string)>();
        if (pages is not null)
            settings.Add((":Language", pages));
        if (chats is not null)
            settings.Add(("Language", chats));

        Read(out _, [.. settings]).LanguageOf("oc_1").ShouldBe(spoken);
    }

    [Fact]
    public void Alerts_are_heard_where_the_configuration_names_a_chat_and_everywhere_while_it_names_none()
    {
        Read(out _).HearsAlertsIn("oc_9").ShouldBeTrue();
        var told = Read(out _, ("Chat", "oc_1"), ("Chats:oc_2:Role", "Viewer"));
        new[] { "oc_1", "oc_2", "oc_9" }.Select(told.HearsAlertsIn).ShouldBe([true, true, false]);
        var said = Read(out _, ("Chat", "oc_1"), ("AlertChats:0", "oc_3"));
        new[] { "oc_1", "oc_3", "oc_9" }.Select(said.HearsAlertsIn).ShouldBe([false, true, false]);
    }

    [Fact]
    public void What_is_wrong_is_said_by_its_key()
    {
        Read(out var problems, ("Language", "klingon"), ("Pages", "javascript:1"), ("People:ou_1:Role", "god"), ("Remembered", "1h"));

        foreach (var key in new[] { "Lark:Language", "Lark:Pages", "Lark:People:ou_1:Role", "Lark:Remembered" })
            problems.ShouldContain(problem => problem.Contains(key, StringComparison.Ordinal));
    }

    private static RoomOptions Read(out IReadOnlyList<string> problems, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key.StartsWith(':') ? one.Key[1..] : $"Lark:{one.Key}", (string?)one.Value))).Build();
        var found = new ConfigurationProblems();
        var options = RoomSettings.Read(new SettingsReader(configuration, found));
        problems = found.Found;
        return options;
    }
}
