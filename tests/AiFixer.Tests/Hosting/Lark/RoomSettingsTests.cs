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
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Lark:{one.Key}", (string?)one.Value))).Build();
        var found = new ConfigurationProblems();
        var options = RoomSettings.Read(new SettingsReader(configuration, found).Section("Lark"));
        problems = found.Found;
        return options;
    }
}
