using System.Text;
using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Notices;
using AiFixer.Tests.Engine.Healing;
using AiFixer.Tests.Gateway;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Tests.Hosting.Notices;

/// <summary>Who is told of what, by the configuration of a whole process.</summary>
public sealed class NoticeServicesTests : IDisposable
{
    private readonly NoticeReceiver webhook = new();
    private readonly NoticeReceiver lark = new() { Answer = Encoding.UTF8.GetBytes("""{"code":0}""") };
    private readonly NoticeReceiver telegram = new() { Answer = Encoding.UTF8.GetBytes("""{"ok":true}""") };

    public void Dispose()
    {
        webhook.Dispose();
        lark.Dispose();
        telegram.Dispose();
    }

    [Theory]
    [InlineData(Severity.P3, "", 1, 0, 0)]
    [InlineData(Severity.P1, "", 1, 1, 0)]
    [InlineData(Severity.P0, "", 1, 1, 1)]
    [InlineData(Severity.P0, "payments", 1, 0, 1)]
    [InlineData(Severity.P0, "DB", 1, 1, 1)]
    public async Task Each_receiver_hears_what_it_was_set_up_for(Severity severity, string team, int toWebhook, int toLark, int toTelegram)
    {
        using var host = Host();

        var result = await host.Services.GetRequiredService<INotices>().SendAsync(
            new("n1", Samples.Id, severity, "title", "message") { Teams = team.Length == 0 ? [] : [team] }, TestContext.Current.CancellationToken);

        result.Delivered.ShouldBeTrue(result.Details);
        (webhook.Taken.Count, lark.Taken.Count, telegram.Taken.Count).ShouldBe((toWebhook, toLark, toTelegram), result.Details);
    }

    [Fact]
    public async Task The_webhook_hears_whose_trouble_it_is()
    {
        using var host = Host();

        await host.Services.GetRequiredService<INotices>().SendAsync(
            new("n1", Samples.Id, Severity.P3, "title", "message") { Teams = ["payments"] }, TestContext.Current.CancellationToken);

        webhook.Taken.ShouldHaveSingleItem().ShouldContain("""
            "teams":["payments"]
            """);
    }

    private IHost Host()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Notices:Webhook:Url"] = webhook.Url.AbsoluteUri,
            ["Notifiers:LarkBot:Url"] = lark.Url.AbsoluteUri,
            ["Notifiers:LarkBot:LeastSeverity"] = "P1",
            ["Notifiers:LarkBot:Teams"] = "DB, INFRA",
            ["Notifiers:Telegram:Url"] = telegram.Url.AbsoluteUri,
            ["Notifiers:Telegram:Token"] = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11",
            ["Notifiers:Telegram:Chat"] = "-100123",
            ["Notifiers:Telegram:LeastSeverity"] = "P0",
        });
        builder.Services.AddSingleton(TimeProvider.System);
        var problems = new ConfigurationProblems();
        builder.AddNotices(problems);
        problems.Found.ShouldBeEmpty();
        return builder.Build();
    }
}
