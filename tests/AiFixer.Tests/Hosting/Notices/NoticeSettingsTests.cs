using System.Diagnostics;
using AiFixer.Core;
using AiFixer.Core.Secrets;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Notices;
using AiFixer.Hosting.Notices.Telegram;
using AiFixer.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Notices;

public sealed class NoticeSettingsTests
{
    private const string Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

    [Fact]
    public void A_bot_and_its_chat_are_read()
    {
        var (options, problems) = Telegram(("Token", Token), ("Chat", "-100123"), ("Topic", "3"), ("Url", "https://bot.internal/api"));

        problems.ShouldBeEmpty();
        (options.Token, options.Chat, options.Topic, options.Url.AbsoluteUri).ShouldBe((Token, "-100123", 3, "https://bot.internal/api/"));
        options.ToString().ShouldNotContain(Token);
    }

    [Fact]
    public void Nothing_set_is_no_bot()
    {
        var (options, problems) = Telegram();

        problems.ShouldBeEmpty();
        options.Token.ShouldBeNull();
    }

    [Theory]
    [InlineData("Token", "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", "Notifiers:Telegram:Chat")]
    [InlineData("Chat", "-100123", "Notifiers:Telegram:Token")]
    [InlineData("Token", "../../elsewhere", "Notifiers:Telegram:Token")]
    [InlineData("Chat", "my chat", "Notifiers:Telegram:Chat")]
    [InlineData("Url", "http://api.example.com/", "Notifiers:Telegram:Url")]
    [InlineData("Chat", "99999999999999999999", "Notifiers:Telegram:Chat")]
    [InlineData("Url", "https://api.example.com/?to=", "Notifiers:Telegram:Url")]
    [InlineData("Url", "https://api.example.com/#x", "Notifiers:Telegram:Url")]
    [InlineData("Topic", "-1", "Notifiers:Telegram:Topic")]
    public void What_cannot_work_is_named(string name, string value, string key) =>
        Telegram((name, value)).Problems.ShouldContain(problem => problem.StartsWith(key, StringComparison.Ordinal));

    [Fact]
    public void Who_is_told_of_what_is_read()
    {
        var problems = new ConfigurationProblems();
        var choice = NoticeChoiceSettings.Read(Reader(problems, ("LeastSeverity", "P1"), ("Teams", "db, INFRA")).Section("Notifiers:Telegram"));

        problems.Found.ShouldBeEmpty();
        choice.LeastSeverity.ShouldBe(Severity.P1);
        choice.Teams.ShouldBe(["db", "INFRA"]);
    }

    [Theory]
    [InlineData("Notifiers:LarkBot:Url", "https://open.larksuite.example/open-apis/bot/v2/hook/0f1e2d3c-4b5a-6978", "/open-apis/bot/v2/hook/0f1e2d3c-4b5a-6978", "0f1e2d3c-4b5a-6978")]
    [InlineData("Notices:Webhook:Url", "https://hooks.example/services/zzXXyyWWvv/slack?to=ops", "/services/zzXXyyWWvv/slack?to=ops", "slack")]
    [InlineData("Notifiers:Telegram:Token", $" {Token} ", Token, null)]
    [InlineData("Notifiers:LarkBot:Url", "unknown:", null, null)]
    [InlineData("Notifiers:LarkBot:Url", "https://open.larksuite.example", "/", "")]
    [InlineData("NOTIFY_SOCKET", "/run/systemd/notify-1234567890", null, null)]
    public void The_address_that_notices_go_to_is_a_secret(string key, string value, string? first, string? second) =>
        ConfiguredSecrets.Of(Configuration((key, value))).ShouldBe(new[] { first, second }.OfType<string>());

    /// <summary>Spans of requests hold the address they went to.</summary>
    [Fact]
    public void The_token_of_a_bot_does_not_leave_in_a_span()
    {
        KnownSecrets.Add(ConfiguredSecrets.Of(Configuration(("Notifiers:Telegram:Token", $"{Token} "))));
        using var span = new Activity("POST").SetTag("url.full", $"https://api.telegram.org/bot{Token}/sendMessage");

        SpanMask.Apply(span);

        span.GetTagItem("url.full").ShouldBe("https://api.telegram.org/bot***/sendMessage");
    }

    [Fact]
    public void Usual_variables_set_a_bot()
    {
        var read = VariableAliases.Read(new Dictionary<string, string> { ["TELEGRAM_BOT_TOKEN"] = Token, ["TELEGRAM_CHAT_ID"] = "-100123" });

        (read["Notifiers:Telegram:Token"], read["Notifiers:Telegram:Chat"]).ShouldBe((Token, "-100123"));
    }

    private static (TelegramOptions Options, IReadOnlyList<string> Problems) Telegram(params (string Name, string Value)[] settings)
    {
        var problems = new ConfigurationProblems();
        return (TelegramOptions.Read(Reader(problems, settings)), problems.Found);
    }

    private static SettingsReader Reader(ConfigurationProblems problems, params (string Name, string Value)[] settings) =>
        new(Configuration([.. settings.Select(pair => ($"Notifiers:Telegram:{pair.Name}", pair.Value))]), problems);

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();
}
