using System.Net;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

public sealed class PageTests : IAsyncLifetime
{
    private const string Evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}&amp;";

    private GatewayUnderTest _gateway = null!;
    private TestBrowser _browser = null!;

    public static TheoryData<IncidentStatus> Statuses => [.. Enum.GetValues<IncidentStatus>()];

    private static string Address => $"/incidents/{Samples.Id}";

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayUnderTest.StartAsync();
        _browser = new(_gateway);
        _gateway.Incidents.Add(Samples.Output);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Text_from_outside_never_becomes_markup(IncidentStatus status)
    {
        _gateway.Incidents.Add(Samples.In(status, Evil), 1, Samples.Entries(Evil));

        foreach (var path in new[] { "/", $"/?text={Uri.EscapeDataString(Evil)}", Address })
        {
            var answer = await _browser.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = await answer.TextAsync();
            page.ShouldNotContain("<script>alert");
            page.ShouldNotContain("<img src=x");
            page.ShouldNotContain("onclick");
            page.ShouldNotContain("style=");
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_status_has_a_page(IncidentStatus status)
    {
        _gateway.Incidents.Add(Samples.In(status), 1, Samples.Entries());

        var page = await PageAsync(Address);

        page.ShouldContain("KubePodCrashLooping");
        page.Contains("Approve and run", StringComparison.Ordinal).ShouldBe(status == IncidentStatus.AwaitingProposalApproval);
        page.Contains("Yes, go on", StringComparison.Ordinal).ShouldBe(status == IncidentStatus.AwaitingDiagnosisApproval);
        page.Contains("It is fixed", StringComparison.Ordinal).ShouldBe(status == IncidentStatus.Escalated);
        page.Contains("take-over", StringComparison.Ordinal).ShouldBe(status.IsOpen());
    }

    [Fact]
    public async Task The_page_shows_exactly_what_would_run_before_it_asks()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval), 1, Samples.Entries());

        var page = await PageAsync(Address);

        page.ShouldContain("PATCH /apis/apps/v1/namespaces/shop/deployments/checkout?fieldManager=aifixer");
        page.ShouldContain("""<span class="removed">-  image: registry.example/checkout:2.7.0""");
        page.ShouldContain("panic: cannot open config.yaml");
        page.ShouldContain("The namespace shop is production.");
        page.IndexOf("Exact call", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Approve and run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_shows_how_the_service_did_and_how_to_propose_what_is_advised()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval), 1, Samples.Entries());

        var page = await PageAsync(Address);

        WebUtility.HtmlDecode(page).ShouldContain("Last ten minutes: 120 req/s ↗, 7.5 % errors, P99 830 ms");
        page.ShouldContain("""<a href="https://traces.example/trace/1" rel="noopener noreferrer">""");
        page.ShouldContain($"/run k8s.scale_deployment {Samples.Id} deployment=checkout replicas=5");
    }

    [Fact]
    public async Task A_click_names_the_card_it_was_made_on_and_leads_back_with_an_answer()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));
        (await PageAsync(Address)).ShouldContain("""name="card" value="proposal/1" """);

        var answer = await _browser.SubmitAsync(Address + "/approve", ("card", "proposal/1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe(Address);
        _gateway.Incidents.Told.ShouldHaveSingleItem().Input.ShouldBe(new PersonInput.Approve(new("local", "local", PersonRole.Admin), "proposal/1"));
        (await PageAsync(Address)).ShouldContain("Approved.");
        (await PageAsync(Address)).ShouldNotContain("Approved.");
    }

    [Theory]
    [InlineData("ignore")]
    [InlineData("escalate")]
    [InlineData("take-over")]
    [InlineData("rediagnose")]
    [InlineData("resolve")]
    [InlineData("reject")]
    public async Task Every_decision_can_be_made_without_scripts(string verb)
    {
        _gateway.Incidents.Add(Samples.In(verb == "reject" ? IncidentStatus.AwaitingProposalApproval : IncidentStatus.Escalated));
        (await PageAsync(Address)).ShouldContain($"{Address}/{verb}\"");

        (await _browser.SubmitAsync($"{Address}/{verb}", ("card", "proposal/1"), ("reason", "r"), ("to", "bob"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        _gateway.Incidents.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_said_on_the_page()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.Resolved));
        _gateway.Incidents.Answer = new TellReceipt.Refused(new(RefusalCode.Closed, "It was resolved meanwhile."));
        await PageAsync("/sign-in");

        await _browser.SubmitAsync(Address + "/approve", ("card", "proposal/1"));

        (await PageAsync(Address)).ShouldContain("Nothing was changed. It was resolved meanwhile.");
    }

    [Fact]
    public async Task A_form_that_is_not_ours_changes_nothing()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("card", "proposal/1")]);

        var answer = await _gateway.Client.PostAsync(Address + "/approve", form, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _gateway.Incidents.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_made_up_notice_is_not_shown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "aifixer-notice=%2BSend%20your%20key%20to%20evil.example");

        var page = await (await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken)).TextAsync();

        page.ShouldNotContain("evil.example");
    }

    [Theory]
    [InlineData(IncidentStatus.Executing, true)]
    [InlineData(IncidentStatus.AwaitingProposalApproval, false)]
    [InlineData(IncidentStatus.Resolved, false)]
    public async Task Without_scripts_a_page_reloads_only_while_nobody_could_be_writing(IncidentStatus status, bool reloads)
    {
        _gateway.Incidents.Add(Samples.In(status));
        (await PageAsync(Address)).Contains("""<noscript><meta http-equiv="refresh" """, StringComparison.Ordinal).ShouldBe(reloads);
    }

    [Fact]
    public async Task What_is_missing_has_a_page_for_people()
    {
        var answer = await _browser.GetAsync("/incidents/INC-00000000000000000");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.TextAsync()).ShouldContain("There is nothing here");
    }

    [Fact]
    public async Task A_search_that_found_nothing_yet_leads_further_back()
    {
        _gateway.Incidents.SearchedTo = Samples.Id;

        var page = await PageAsync("/?text=rare");

        page.ShouldContain("look further back");
        page.ShouldContain($"text=rare&amp;before={Samples.Id}");
    }

    [Fact]
    public async Task A_store_that_is_gone_is_said_to_people()
    {
        _gateway.Incidents.Gone = true;

        var answer = await _browser.GetAsync("/");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.TextAsync()).ShouldContain("The store cannot be reached");
    }

    [Fact]
    public async Task Style_and_script_are_our_own_and_kept_by_browsers()
    {
        var page = await PageAsync("/");
        foreach (var name in new[] { "site.css", "live.js", "icon.svg" })
        {
            page.ShouldContain($"/assets/{name}?v=");
            var answer = await _browser.GetAsync("/assets/" + name);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.CacheControl.ShouldNotBeNull().MaxAge.ShouldNotBeNull();
        }

        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
    }

    private async Task<string> PageAsync(string path) => await (await _browser.GetAsync(path)).TextAsync();
}
