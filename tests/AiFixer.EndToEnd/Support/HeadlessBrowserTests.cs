using System.Net;
using AiFixer.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiFixer.EndToEnd.Support;

public sealed class HeadlessBrowserTests(HeadlessBrowser browser)
{
    private const string Page = "<title>t</title><h1>plain</h1><script>document.querySelector('h1').textContent = 'scripted'</script>";

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47];

    [Theory]
    [InlineData(true, "scripted")]
    [InlineData(false, "plain")]
    public async Task A_page_is_seen_with_and_without_scripts(bool javaScript, string heading)
    {
        await using var server = await ServeAsync();

        var page = await browser.OpenAsync(new Uri(server.Urls.Single()), javaScript);

        (await page.Locator("h1").TextContentAsync()).ShouldBe(heading);
        (await HeadlessBrowser.ScreenshotAsync(page))[..4].ShouldBe(PngSignature);
        await page.Context.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add($"http://{IPAddress.Loopback}:{FreePort.Next()}");
        app.MapGet("/", () => Results.Content(Page, "text/html"));
        await app.StartAsync();
        return app;
    }
}
