using System.Net;
using AiFixer.Core.Playbooks;

namespace AiFixer.Tests.Gateway.Playbooks;

public sealed class PlaybookRecordTests : IAsyncLifetime
{
    private static readonly PlaybookRecord Busy = new(Success: 12, Failed: 3, Skipped: 5, Quiet: 1, LastAt: Samples.Now.AddHours(-2));

    private GatewayUnderTest gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        gateway = await GatewayUnderTest.StartAsync();
        gateway.Records.All["docker-dns"] = Busy;
    }

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task A_list_says_how_often_each_helped()
    {
        using var list = await gateway.Client.GetAsync("/api/v1/playbooks", Stop);

        var items = (await list.JsonAsync()).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!, item => item.GetProperty("record"));
        items["docker-dns"].GetRawText().ShouldBe("""{"success":12,"failed":3,"skipped":5,"quiet":1,"lastAt":"2026-11-21T01:14:00+00:00"}""");
        items["crawler-rate-limit"].GetRawText().ShouldBe("""{"success":0,"failed":0,"skipped":0,"quiet":0}""");
    }

    [Fact]
    public async Task The_record_of_one_is_there_when_it_was_taken_away()
    {
        using var gone = await gateway.Client.DeleteAsync("/api/v1/playbooks/docker-dns?reason=not+ours", Stop);
        using var record = await gateway.Client.GetAsync("/api/v1/playbooks/docker-dns/record", Stop);
        using var unused = await gateway.Client.GetAsync("/api/v1/playbooks/crawler-rate-limit/record", Stop);
        using var unknown = await gateway.Client.GetAsync("/api/v1/playbooks/nobody/record", Stop);

        (await record.JsonAsync()).GetProperty("success").GetInt64().ShouldBe(12);
        (await unused.JsonAsync()).GetProperty("success").GetInt64().ShouldBe(0);
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_an_etag_names_does_not_change_with_it()
    {
        using var one = await gateway.Client.GetAsync("/api/v1/playbooks/docker-dns", Stop);

        (await one.JsonAsync()).TryGetProperty("record", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_tell_it_in_words()
    {
        var browser = new TestBrowser(gateway);
        using var list = await browser.GetAsync("/playbooks");
        using var page = await browser.GetAsync("/playbooks/docker-dns");

        foreach (var text in new[] { await list.TextAsync(), await page.TextAsync() })
            text.ShouldContain("12 helped, 3 failed, 5 skipped, once it stayed quiet; last <time");
        (await list.TextAsync()).ShouldContain("never used");
    }
}
