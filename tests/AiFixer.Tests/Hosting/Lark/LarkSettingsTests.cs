using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Lark;
using AiFixer.Lark;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Lark;

public sealed class LarkSettingsTests
{
    private readonly ConfigurationProblems _problems = new();

    [Fact]
    public void Lark_is_off_when_nothing_is_said()
    {
        Read().IsOn.ShouldBeFalse();
        _problems.Found.ShouldBeEmpty();
    }

    [Fact]
    public void An_app_and_its_secret_are_enough_for_the_long_connection()
    {
        var options = Read(("Lark:AppId", "cli_1"), ("Lark:AppSecret", "hidden"));

        options.Mode.ShouldBe(LarkMode.Connection);
        options.Url.ShouldBe(LarkOptions.Feishu);
        options.ToString().ShouldNotContain("hidden");
        _problems.Found.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key()
    {
        Read(("Lark:Mode", "webhook"), ("Lark:Url", "http://example.com"), ("Lark:Connections", "51"), ("Lark:RequestTimeout", "soon"));

        _problems.Found.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)]).Order()
            .ShouldBe(["Lark:AppId", "Lark:AppSecret", "Lark:Connections", "Lark:EncryptKey", "Lark:RequestTimeout", "Lark:Url"]);
    }

    [Theory]
    [InlineData("Lark:EncryptKey")]
    [InlineData("Lark:VerificationToken")]
    public void Either_secret_is_enough_for_the_webhook(string key)
    {
        Read(("Lark:Mode", "Webhook"), ("Lark:AppId", "cli_1"), ("Lark:AppSecret", "s"), (key, "secret")).Mode.ShouldBe(LarkMode.Webhook);
        _problems.Found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://open.larksuite.com", true)]
    [InlineData("http://127.0.0.1:4000", true)]
    [InlineData("http://open.feishu.cn", false)]
    [InlineData("open.feishu.cn", false)]
    public void Secrets_go_over_https_or_stay_on_this_machine(string url, bool isFine)
    {
        Read(("Lark:Url", url));

        _problems.Found.Count.ShouldBe(isFine ? 0 : 1);
    }

    private LarkOptions Read(params (string Key, string Value)[] settings) => LarkSettings.Read(new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build(), _problems));
}
