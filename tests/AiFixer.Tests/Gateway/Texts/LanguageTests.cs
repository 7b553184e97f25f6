using System.Net;
using System.Text.RegularExpressions;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Gateway.Texts;

public sealed partial class LanguageTests
{
    private const string List = "/";

    public static TheoryData<string> Addresses => ["/", $"/incidents/{Samples.Id}", "/approvals", "/playbooks", "/playbooks/new-one", "/policy", "/shadow", "/sign-in", "/nothing-here"];

    public static TheoryData<IncidentStatus> Statuses => [.. Enum.GetValues<IncidentStatus>()];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_in_Chinese_says_so_and_speaks_it(string address)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval), 1, Samples.Entries());

        var page = await PageAsync(gateway, address, "zh-CN,zh;q=0.9,en;q=0.8");

        page.ShouldContain("<html lang=\"zh-CN\">");
        Chinese().Count(page).ShouldBeGreaterThan(10);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_status_has_a_page_in_Chinese(IncidentStatus status)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        gateway.Incidents.Add(Samples.In(status), 1, Samples.Entries());

        var page = await PageAsync(gateway, $"/incidents/{Samples.Id}", "zh");

        page.ShouldContain("时间线");
        page.ShouldNotContain("Timeline", Case.Sensitive);
        page.ShouldNotContain("Exact call", Case.Sensitive);
    }

    [Theory]
    [InlineData("fr-FR", "en")]
    [InlineData("en-GB,zh;q=0.5", "en")]
    [InlineData(null, "en")]
    public async Task Whoever_asks_for_nothing_we_speak_gets_what_is_configured(string? accepted, string language)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();

        (await PageAsync(gateway, List, accepted)).ShouldContain($"<html lang=\"{language}\">");
    }

    [Fact]
    public async Task What_is_configured_can_be_Chinese()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(("Language", "zh-CN"));

        (await PageAsync(gateway, List, null)).ShouldContain("<html lang=\"zh-CN\">");
    }

    [Fact]
    public async Task The_switch_is_remembered_and_leads_back_to_the_page()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var browser = new TestBrowser(gateway);
        WebUtility.HtmlDecode(await (await browser.GetAsync("/policy")).TextAsync()).ShouldContain("中文");

        var answer = await browser.SubmitAsync("/language", ("language", "zh-CN"), ("returnTo", "/policy"));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location?.OriginalString.ShouldBe("/policy");
        (await (await browser.GetAsync("/policy")).TextAsync()).ShouldContain("<html lang=\"zh-CN\">");
    }

    [Theory]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    public async Task The_switch_leads_nowhere_else(string returnTo, string expected)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var browser = new TestBrowser(gateway);
        await browser.GetAsync(List);

        (await browser.SubmitAsync("/language", ("language", "en"), ("returnTo", returnTo))).Headers.Location?.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public async Task A_language_that_nobody_speaks_here_is_refused()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var browser = new TestBrowser(gateway);
        await browser.GetAsync(List);

        (await browser.SubmitAsync("/language", ("language", "tlh"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_API_speaks_English_to_everybody()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(("Language", "zh-CN"));
        gateway.Incidents.Add(Samples.In(IncidentStatus.Resolved), 1, Samples.Entries());

        Chinese().Count(await PageAsync(gateway, $"/api/v1/incidents/{Samples.Id}", "zh-CN")).ShouldBe(0);
    }

    private static async Task<string> PageAsync(GatewayUnderTest gateway, string address, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", address.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html");
        if (accepted is not null)
            request.Headers.Add("Accept-Language", accepted);
        using var answer = await gateway.Client.SendAsync(request);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
