using AiFixer.Playground.Cases;

namespace AiFixer.Tests.Playground.Cases;

public sealed class FrozenCaseTests
{
    public static TheoryData<string> Own => new(CaseFolders.Below(CaseFolders.Own).Select(f => Path.GetFileName(f)));

    [Theory]
    [MemberData(nameof(Own))]
    public async Task The_plugins_say_what_the_files_of_our_own_cases_say(string name)
    {
        await using var test = await CaseUnderTest.StartAsync(Path.Combine(CaseFolders.Own, name));

        await new CaseComparison(test).RunAsync();
    }

    [Fact]
    public async Task The_plugins_say_what_the_files_of_all_given_cases_say()
    {
        Assert.SkipWhen(CaseFolders.Given is null, "the frozen incidents are not beside the repository");
        var folders = CaseFolders.Below(CaseFolders.Given!);

        folders.Count.ShouldBeGreaterThanOrEqualTo(27);
        foreach (var folder in folders)
        {
            await using var test = await CaseUnderTest.StartAsync(folder);
            await new CaseComparison(test).RunAsync();
        }
    }

    [Fact]
    public async Task The_world_stands_still_at_the_cases_own_time()
    {
        await using var test = await CaseUnderTest.StartAsync(Path.Combine(CaseFolders.Own, "shop-memory"));

        (await test.AskAsync("prom.query", new { query = "container_memory_working_set_bytes / 1e6" }))
            .GetProperty("series")[0].ShouldSatisfyAllConditions(
                s => s.GetProperty("value").GetDouble().ShouldBe(263), s => s.GetProperty("time").GetString().ShouldBe("2026-02-03T09:30:00Z"));
        (await test.AskAsync("k8s.get_pod_logs", new { @namespace = "shop", pod = "basket-5d-aa", container = "app", tail_lines = 1, previous = true }))
            .GetProperty("lines")[0].GetString().ShouldBe("2026-02-03T09:28:00Z “heap” at 255Mi");
        (await test.RunAsync("k8s.get_pod_logs", new { @namespace = "shop", pod = "basket-5d-bb", container = "app", previous = true })).Error!.ShouldContain("not found");
    }

    [Fact]
    public async Task Where_a_failure_began_is_seen_in_its_trace()
    {
        await using var test = await CaseUnderTest.StartAsync(Path.Combine(CaseFolders.Own, "shop-flag"));

        var traces = (await test.AskAsync("traces.search", new { service = "web", window = "1h", only_errors = true })).GetProperty("traces");

        traces.GetArrayLength().ShouldBe(1);
        (traces[0].GetProperty("firstFailing").GetString(), traces[0].GetProperty("spans")[1].GetProperty("depth").GetInt32()).ShouldBe(("checkout", 1));
        traces[0].GetProperty("spans")[0].GetProperty("selfMs").GetDouble().ShouldBe(20.5);
        (await test.AskAsync("traces.search", new { service = "web", window = "1h", min_duration = "1s" })).GetProperty("traces").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_database_of_another_name_is_not_shown()
    {
        await using var test = await CaseUnderTest.StartAsync(Path.Combine(CaseFolders.Own, "shop-flag"));

        (await test.RunAsync("db.insights", new { db = "other" })).Error!.ShouldContain("there is no database 'other'; there is shop-db");
        (await test.AskAsync("db.insights", new { db = "shop-db", start = "-9h", end = "-8h" })).GetProperty("top_sql").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_can_be_changed_in_a_world_that_stands_still()
    {
        var incident = FrozenCase.Load(Path.Combine(CaseFolders.Own, "shop-memory"));
        await using var world = await FrozenWorld.StartAsync(incident, cancellationToken: TestContext.Current.CancellationToken);
        using var client = new HttpClient();

        (await client.DeleteAsync(new Uri(world.Url, "/api/v1/namespaces/shop/pods/basket-5d-aa"), TestContext.Current.CancellationToken)).StatusCode
            .ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await client.GetStringAsync(new Uri(world.Url, "/api/v1/namespaces/shop/pods"), TestContext.Current.CancellationToken)).ShouldContain("basket-5d-aa");
    }
}
