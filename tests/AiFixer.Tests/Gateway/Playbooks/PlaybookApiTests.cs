using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AiFixer.Tests.Gateway.Playbooks;

public sealed class PlaybookApiTests : IAsyncLifetime
{
    private const string Path = "/api/v1/playbooks";

    private const string Mine = """
        name: Mine
        class: TIMEOUT
        patterns: [took too long]
        action: {type: WAIT_RETRY, params: {wait_minutes: 5}}
        """;

    private GatewayUnderTest gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task The_shipped_ones_are_there_with_their_history()
    {
        using var list = await gateway.Client.GetAsync(Path, Stop);
        using var history = await gateway.Client.GetAsync($"{Path}/docker-dns/history", Stop);

        (await list.JsonAsync()).GetProperty("items").GetArrayLength().ShouldBe(7);
        (await history.JsonAsync()).GetProperty("items")[0].GetProperty("reason").GetString().ShouldBe("Shipped with AiFixer.");
    }

    [Fact]
    public async Task One_that_is_made_is_found_at_once()
    {
        using var put = await PutAsync("mine", Mine);
        using var test = await gateway.Client.PostAsync($"{Path}/test", Answers.Json("""{"task_name":"a","message":"the call timed out: it took too long"}"""), Stop);

        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        put.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var answer = await test.JsonAsync();
        (answer.GetProperty("class").GetString(), answer.GetProperty("playbook").GetString(), answer.GetProperty("does").GetString())
            .ShouldBe(("TIMEOUT", "mine", "wait 5 minutes"));
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_line_and_nothing_is_kept()
    {
        using var put = await PutAsync("mine", Mine + "\ncooldown_minutes: -3\nmax_retries: 0");

        var problem = await put.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "cooldown_minutes");
        problem.GetProperty("line").GetString().ShouldBe("5");
        problem.GetProperty("errors").GetArrayLength().ShouldBe(2);
        (await gateway.Client.GetAsync($"{Path}/mine", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{plugin: k8s.nothing, arguments: {}}", "action.params.plugin", "there is not: k8s.nothing")]
    [InlineData("{plugin: k8s.list_pods, arguments: {}}", "action.params.plugin", "only reads")]
    public async Task A_plugin_that_cannot_be_is_refused(string parameters, string field, string said)
    {
        using var put = await PutAsync("mine", $"name: Mine\nclass: OOM\npatterns: [abc]\naction:\n  type: PLUGIN\n  params: {parameters}");

        (await put.ShouldBeProblemAsync(HttpStatusCode.BadRequest, field)).GetProperty("detail").GetString()!.ShouldContain(said);
    }

    [Fact]
    public async Task A_name_belongs_to_one()
    {
        using var put = await PutAsync("mine", Mine.Replace("Mine", "Docker DNS 解析失敗修復", StringComparison.Ordinal));

        (await put.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "name")).GetProperty("detail").GetString()!.ShouldContain("docker-dns");
    }

    [Fact]
    public async Task Whoever_has_not_seen_the_last_version_changes_nothing()
    {
        using var first = await PutAsync("mine", Mine);
        using var stale = await PutAsync("mine", Mine.Replace("5", "6", StringComparison.Ordinal), "\"7\"");
        using var again = await PutAsync("mine", Mine.Replace("5", "6", StringComparison.Ordinal), "\"1\"");

        await stale.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed);
        again.Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task A_shipped_one_that_was_deleted_does_not_come_back()
    {
        using var gone = await gateway.Client.DeleteAsync($"{Path}/docker-dns?reason=not+ours", Stop);
        var catalog = (AiFixer.Hosting.Playbooks.PlaybookCatalog)gateway.Services.GetService(typeof(AiFixer.Hosting.Playbooks.PlaybookCatalog))!;
        await new AiFixer.Hosting.Playbooks.DefaultPlaybooks(new(AiFixer.Hosting.Playbooks.PlaybookFiles.Default)).TakeOverAsync(gateway.Documents, Stop);
        await catalog.RefreshAsync(Stop);

        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        catalog.Current.Playbooks.ShouldNotContain(playbook => playbook.Id == "docker-dns");
        catalog.Current.Playbooks.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Rules_of_classes_are_changed_with_the_lines_of_what_is_wrong()
    {
        using var wrong = await SendAsync("/api/v1/error-classes", "rules:\n  - class: NOPE\n    patterns: [abc]", null);
        using var right = await SendAsync("/api/v1/error-classes", "rules:\n  - class: OOM\n    patterns: [kaputt]", null);
        using var test = await gateway.Client.PostAsync($"{Path}/test", Answers.Json("""{"task_name":"a","message":"kaputt"}"""), Stop);

        (await wrong.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "rules[0].class")).GetProperty("line").GetString().ShouldBe("2");
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await test.JsonAsync()).GetProperty("class").GetString().ShouldBe("OOM");
    }

    [Fact]
    public async Task A_twin_and_rules_that_cannot_be_read_are_shown()
    {
        await gateway.Documents.ApplyAsync(new("playbook", "twin", Mine.Replace("Mine", "Docker DNS 解析失敗修復", StringComparison.Ordinal), new("key:b", "b")), Stop);
        await gateway.Documents.ApplyAsync(new("error_classes", "rules", "rules: 7", new("key:b", "b")), Stop);
        var catalog = (AiFixer.Hosting.Playbooks.PlaybookCatalog)gateway.Services.GetService(typeof(AiFixer.Hosting.Playbooks.PlaybookCatalog))!;
        await catalog.RefreshAsync(Stop);

        using var twin = await gateway.Client.GetAsync($"{Path}/twin", Stop);
        using var classes = await gateway.Client.GetAsync("/api/v1/error-classes", Stop);
        using var page = await new TestBrowser(gateway).GetAsync("/playbooks");

        (await twin.JsonAsync()).GetProperty("problems")[0].GetString()!.ShouldContain("docker-dns");
        (await classes.JsonAsync()).GetProperty("problems").GetArrayLength().ShouldBeGreaterThan(0);
        var text = await page.TextAsync();
        text.ShouldContain("It cannot be used: <bdi class=\"outside\">line 1: name is that of another playbook: docker-dns");
        text.ShouldContain("the last that could be used stay");
    }

    [Fact]
    public async Task The_page_shows_what_is_wrong_beside_what_was_written()
    {
        var browser = new TestBrowser(gateway);
        using var shown = await browser.GetAsync("/playbooks/docker-dns");
        using var saved = await browser.SubmitAsync("/playbooks/docker-dns/save", ("version", "1"), ("text", "name: x\nclass: DNS_FAIL\nbogus: 1"));

        saved.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await saved.TextAsync();
        page.ShouldContain("bogus is not known here");
        page.ShouldContain("bogus: 1");
        page.ShouldContain("nothing was saved");
    }

    [Fact]
    public async Task What_is_saved_on_the_page_is_in_the_history_with_who_and_why()
    {
        var browser = new TestBrowser(gateway);
        using var shown = await browser.GetAsync("/playbooks/mine");
        using var saved = await browser.SubmitAsync("/playbooks/mine/save", ("version", "0"), ("text", Mine), ("reason", "<b>slow</b>"));
        using var page = await browser.GetAsync("/playbooks/mine");
        using var list = await browser.GetAsync("/playbooks");

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var text = await page.TextAsync();
        text.ShouldContain("Saved as version 1.");
        text.ShouldContain("&lt;b&gt;slow&lt;/b&gt;");
        (await list.TextAsync()).ShouldContain("/playbooks/mine");
    }

    private Task<HttpResponseMessage> PutAsync(string id, string yaml, string? ifMatch = null) => SendAsync($"{Path}/{id}", yaml, ifMatch);

    private async Task<HttpResponseMessage> SendAsync(string path, string yaml, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(yaml, Encoding.UTF8, new MediaTypeHeaderValue("application/yaml")) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await gateway.Client.SendAsync(request, Stop);
    }
}
