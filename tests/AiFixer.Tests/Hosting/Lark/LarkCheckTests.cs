using AiFixer.Hosting.Lark;
using AiFixer.Playground.Lark;
using AiFixer.Plugins.Checks;
using AiFixer.TestSupport;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Lark;

public sealed class LarkCheckTests
{
    [Fact]
    public async Task Whoever_is_known_is_told_as_whom()
    {
        await using var lark = await PracticeLark.StartAsync(cancellationToken: CancellationToken.None);

        var finding = await LookAsync(lark.Url.ToString(), lark.Options.AppId, lark.Options.AppSecret);

        (finding.State, finding.Remedy).ShouldBe((FindingState.Fine, null));
        finding.Details.ShouldContain("AiFixer");
        lark.Room.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_secret_is_named_with_what_to_do_about_it()
    {
        await using var lark = await PracticeLark.StartAsync(cancellationToken: CancellationToken.None);

        var finding = await LookAsync(lark.Url.ToString(), lark.Options.AppId, "wrong-secret");

        finding.State.ShouldBe(FindingState.Broken);
        finding.Remedy.ShouldNotBeNull().ShouldContain("Lark:AppSecret");
        finding.ToString().ShouldNotContain("wrong-secret");
    }

    [Fact]
    public async Task Where_nobody_answers_the_address_is_doubted()
    {
        var finding = await LookAsync($"http://127.0.0.1:{FreePort.Next()}", "cli_a1b2c3d4e5f60718", "secret");

        finding.State.ShouldBe(FindingState.Broken);
        finding.Remedy.ShouldNotBeNull().ShouldContain("Lark:Url");
    }

    [Fact]
    public async Task Where_it_is_off_that_is_all() => (await LookAsync(null, null, null)).State.ShouldBe(FindingState.NotConfigured);

    private static Task<Finding> LookAsync(string? url, string? app, string? secret) => new LarkCheck(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Lark:Url"] = url, ["Lark:AppId"] = app, ["Lark:AppSecret"] = secret }).Build(),
        TimeProvider.System).RunAsync(CancellationToken.None);
}
