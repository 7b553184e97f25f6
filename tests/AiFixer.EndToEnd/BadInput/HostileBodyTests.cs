using System.Text.Json.Nodes;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class HostileBodyTests(HeadlessBrowser browser, SharedPostgres postgres)
{
    private const string Forged = "crit: AiFixer";

    private const string Hostile = "a\u0000b\u001b[31m \u202edcba\u2066 \ud83d\ude00 </script><script>document.title='taken over'</script>\r\n" + Forged + "[1] all is lost\u2028" + Forged;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hostile_text_leaves_list_page_neighbours_and_log_intact(bool usePostgres)
    {
        using var folder = new TempFolder();
        var settings = await SettingsAsync(folder, usePostgres);
        await using var gateway = await GatewayProcess.StartReadyAsync(settings.With("Logging:LogLevel:AiFixer", "Trace"));

        var answer = await gateway.Api.PostAsync("webhooks/alertmanager", Body().ToJsonString());

        answer.Code.ShouldBe(200, answer.Body);
        var lines = await gateway.Api.AllAsync();
        lines.Count.ShouldBe(4);
        lines.ShouldContain(line => line.Title == "An ordinary alert" && line.Target.Contains("shop/checkout", StringComparison.Ordinal));
        await PagesAreIntactAsync(gateway, lines);
        await AskForNonsenseAsync(gateway);
        await gateway.KillAsync();
        SaidLines.AreItsOwn(gateway, Forged);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ten_thousand_alerts_in_a_body_are_ten_thousand_incidents(bool usePostgres)
    {
        using var folder = new TempFolder();
        var settings = await SettingsAsync(folder, usePostgres);
        await using var gateway = await GatewayProcess.StartReadyAsync(settings with { Patience = TimeSpan.FromMinutes(2) });

        var answer = await gateway.Api.PostAsync("webhooks/alertmanager", Body(Enumerable.Range(0, 10_000).Select(i => $"x{i}")));

        answer.Code.ShouldBe(200, answer.Body[..Math.Min(500, answer.Body.Length)]);
        (await gateway.Api.AllAsync()).Count.ShouldBe(10_000);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused()
    {
        using var folder = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(new() { DataFolder = folder.Path });

        var answer = await gateway.Api.PostAsync("webhooks/alertmanager", Body([new string('x', 1 << 20)]));

        answer.Code.ShouldBe(413);
        answer.ContentType.ShouldBe("application/problem+json");
        (await gateway.Api.AllAsync()).ShouldBeEmpty();
    }

    private static string Body(IEnumerable<string> names) => new JsonObject
    {
        ["version"] = "4",
        ["alerts"] = new JsonArray([.. names.Select(name => new JsonObject { ["labels"] = new JsonObject { ["alertname"] = name } })]),
    }.ToJsonString();

    private static JsonObject Body() => AlertBody.Delivery(
        AlertBody.Alert(AlertBody.Labels("shop", "one", Hostile), "0001-01-01T00:00:00Z", Hostile),
        AlertBody.Alert(AlertBody.Labels("shop", Hostile), "9999-12-31T23:59:59Z", Hostile),
        AlertBody.Alert(new Dictionary<string, string> { ["alertname"] = "Long", ["label"] = new('x', 100_000) }, "2026-01-01T00:00:00Z", "A long label"),
        AlertBody.Alert(AlertBody.Labels("shop", "checkout", "Neighbour"), "2026-01-01T00:00:00Z", "An ordinary alert"));

    private async Task<GatewaySettings> SettingsAsync(TempFolder folder, bool usePostgres) => new()
    {
        DataFolder = folder.Path,
        Postgres = usePostgres ? await postgres.CreateDatabaseAsync() : null,
    };

    /// <summary>What is refused is told in the log, and addresses are too.</summary>
    private static async Task AskForNonsenseAsync(GatewayProcess gateway)
    {
        (await gateway.Api.PostAsync("webhooks/alertmanager", $"{{\"alerts\":\n{Forged}")).Code.ShouldBe(400);
        (await gateway.Api.PostAsync("webhooks/alertmanager", new JsonObject { ["alerts"] = Hostile }.ToJsonString())).Code.ShouldBe(400);
        (await gateway.Api.StatusAsync("api/v1/incidents/" + Uri.EscapeDataString($"a\r\n{Forged}"))).ShouldBe(404);
        gateway.Process.Output.ShouldContain(line => line.Contains("A delivery was turned away", StringComparison.Ordinal));
    }

    private async Task PagesAreIntactAsync(GatewayProcess gateway, IReadOnlyList<IncidentLine> lines)
    {
        var page = await browser.OpenAsync(gateway.Address);
        await using var context = page.Context;
        (await page.TitleAsync()).ShouldBe("Incidents · AiFixer");
        (await page.Locator("table.incidents tbody tr").CountAsync()).ShouldBe(4);
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain(letter => letter == '\u0000' || letter == '\u001b' || letter == '\u202e' || letter == '\u2028');
        foreach (var line in lines)
        {
            var answer = await page.GotoAsync(new Uri(gateway.Address, $"incidents/{line.Id}").AbsoluteUri);
            answer!.Status.ShouldBe(200);
            (await page.TitleAsync()).ShouldEndWith("· AiFixer");
            (await page.Locator("section.panel").CountAsync()).ShouldBeGreaterThan(0);
        }
    }
}
