using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Images;

/// <summary>The gateway's image without a builder of images: <c>./test --images</c>.</summary>
[Trait("Suite", "images")]
public sealed class GatewayImageTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(45);

    [Fact(Explicit = true)]
    public async Task What_it_publishes_runs_as_nobody_writes_only_where_it_may_and_ends_in_time()
    {
        await using var image = await PublishedImage.BuildAsync(SourceFolder.Root, "Dockerfile");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var settings = new Dictionary<string, string?> { ["Gateway__Urls"] = address.ToString(), ["AIFIXER_URL"] = address.ToString() };
        using var http = new HttpClient { BaseAddress = address };

        await using var gateway = image.Start(settings);
        await Eventually.TrueAsync(async () => gateway.HasExited || await ReadyAsync(http), "it is ready", Grace, TestContext.Current.CancellationToken);
        gateway.HasExited.ShouldBeFalse(gateway.Describe("ended"));
        (await http.PostAsync("api/v1/alerts", new StringContent("""{"labels":{"alertname":"Any","severity":"warning"}}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken))
            .IsSuccessStatusCode.ShouldBeTrue();
        (await image.CheckAsync(settings)).ShouldBe(0);
        gateway.Send(Signal.Terminate);

        (await gateway.ExitedAsync(Grace)).ShouldBe(0, gateway.Describe("did not end well"));
        (await image.CheckAsync(settings)).ShouldBe(1);
        File.Exists(Path.Combine(image.Writable[0], "aifixer.db")).ShouldBeTrue();
        if (PublishedImage.IsRoot)
            (await image.StrayFilesAsync()).ShouldBeEmpty();
    }

    private static async Task<bool> ReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("readyz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
