using Microsoft.Playwright;

namespace AiFixer.EndToEnd.Support;

/// <summary>Debian's Chromium without a window, for one test assembly; started when the first test asks for it.</summary>
public sealed class HeadlessBrowser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    // Playwright adds --headless itself. The rest keeps Chromium from calling anybody but the page under test.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly Lazy<Task<Started>> _started = new(StartAsync);

    /// <summary>A page in a fresh profile. Dispose it through its context: <c>await page.Context.DisposeAsync()</c>.</summary>
    /// <param name="language">What its user speaks, such as <c>zh-CN</c>.</param>
    public async Task<IPage> OpenAsync(Uri address, bool javaScript = true, string language = "en-US")
    {
        var context = await (await _started.Value).Browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = javaScript,
            Locale = language,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    /// <summary>A PNG of the whole page.</summary>
    public static Task<byte[]> ScreenshotAsync(IPage page, string? path = null) =>
        page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = path });

    public async ValueTask DisposeAsync()
    {
        if (_started is not { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            return;
        var (playwright, browser) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<Started> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = Arguments,
        });
        return new Started(playwright, browser);
    }

    private sealed record Started(IPlaywright Playwright, IBrowser Browser);
}
