using AiFixer.TestSupport;
using Microsoft.Playwright;

namespace AiFixer.EndToEnd.Support;

/// <summary>The page of one incident, as a person uses it.</summary>
internal sealed class IncidentPage(IPage page, string name) : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("AIFIXER_SCREENSHOTS");

    public static async Task<IncidentPage> OpenAsync(HeadlessBrowser browser, GatewayProcess gateway, string incident, string name, bool javaScript = true) =>
        new(await browser.OpenAsync(new Uri(gateway.Address, $"incidents/{incident}"), javaScript), name);

    /// <summary>Waits until the page asks about this card, by itself: nothing is reloaded.</summary>
    public Task AskedLiveAsync(string card) =>
        page.Locator(Question(card)).First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 20_000 });

    /// <summary>Reloads until the page asks about this card.</summary>
    public Task AskedAsync(string card) => Eventually.TrueAsync(
        async () =>
        {
            await page.ReloadAsync();
            return await page.Locator(Question(card)).CountAsync() > 0;
        },
        $"the page asks about {card}");

    public async Task ApproveAsync()
    {
        await PictureAsync("question");
        await page.Locator(".ask form[action$='/approve'] button").ClickAsync();
    }

    public async Task RejectAsync(string reason)
    {
        await page.Locator(".ask form[action$='/reject'] input[name=reason]").FillAsync(reason);
        await page.Locator(".ask form[action$='/reject'] button").ClickAsync();
    }

    /// <summary>What the page said after the last click.</summary>
    public Task<string> NoticeAsync() => page.Locator("main .notice").InnerTextAsync();

    /// <summary>Waits until the page shows this text by itself.</summary>
    public Task ShowsLiveAsync(string text) =>
        page.Locator("main").GetByText(text).First.WaitForAsync(new() { Timeout = 20_000 });

    public async Task<string> TextAsync()
    {
        await page.ReloadAsync();
        return await page.Locator("main").InnerTextAsync();
    }

    /// <summary>Keeps a picture of the whole page where <c>AIFIXER_SCREENSHOTS</c> says.</summary>
    public async Task PictureAsync(string what)
    {
        if (Pictures is not null)
            await HeadlessBrowser.ScreenshotAsync(page, Path.Combine(Pictures, $"{name}-{what}.png"));
    }

    public async ValueTask DisposeAsync()
    {
        await PictureAsync("end");
        await page.Context.DisposeAsync();
    }

    private static string Question(string card) => $".ask input[name=card][value='{card}']";
}
