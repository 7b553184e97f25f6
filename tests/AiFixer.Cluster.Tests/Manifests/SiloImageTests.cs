using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Manifests;

/// <summary>The silo's image without a builder of images: <c>./test --images</c>.</summary>
[Trait("Suite", "images")]
public sealed class SiloImageTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    [Fact(Explicit = true)]
    public async Task What_it_publishes_runs_as_nobody_writes_only_where_it_may_and_ends_in_time()
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var image = await PublishedImage.BuildAsync(SourceFolder.Root, "silo.Dockerfile");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var settings = new Dictionary<string, string?>
        {
            ["Gateway__Urls"] = address.ToString(),
            ["AIFIXER_URL"] = address.ToString(),
            ["Storage__Provider"] = "postgres",
            ["Storage__ConnectionString"] = await postgres.CreateDatabaseAsync(),
            ["Cluster__Membership"] = "postgres",
            ["Cluster__Address"] = "127.0.0.1",
            ["Cluster__SiloPort"] = $"{FreePort.Next()}",
            ["Cluster__GatewayPort"] = $"{FreePort.Next()}",
        };

        await using var silo = image.Start(settings);
        await Eventually.TrueAsync(async () => silo.HasExited || await image.CheckAsync(new Dictionary<string, string?>(settings)) == 0, "it is alive", Grace, TestContext.Current.CancellationToken);
        silo.HasExited.ShouldBeFalse(silo.Describe("ended"));
        using var http = new HttpClient { BaseAddress = address };
        await Eventually.TrueAsync(async () => (await http.GetAsync("readyz")).IsSuccessStatusCode, "it is ready", Grace, TestContext.Current.CancellationToken);
        silo.Send(Signal.Terminate);

        (await silo.ExitedAsync(Grace)).ShouldBe(0, silo.Describe("did not end well"));
        if (PublishedImage.IsRoot)
            (await image.StrayFilesAsync()).ShouldBeEmpty();
    }
}
