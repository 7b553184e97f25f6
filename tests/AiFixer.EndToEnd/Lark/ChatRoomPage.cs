using AiFixer.EndToEnd.Support;
using Microsoft.Playwright;

namespace AiFixer.EndToEnd.Lark;

/// <summary>The page of the practice Lark, as a person uses it; pictures of it are kept in <c>artifacts/lark</c>.</summary>
internal sealed class ChatRoomPage(IPage page, string name) : IAsyncDisposable
{
    private const int Patience = 30_000;
    private const string State = "**/chat/state**";
    private int pictures;

    public static async Task<ChatRoomPage> OpenAsync(HeadlessBrowser browser, ChatBench bench, string name, string language = "en-US")
    {
        var opened = new ChatRoomPage(await browser.OpenAsync(bench.Lark.Url, language: language), name);
        await opened.Person.Locator("option").First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Patience });
        return opened;
    }

    private ILocator Person => page.Locator("#person");

    private ILocator Toasts => page.Locator("#toasts .toast");

    /// <summary>Somebody sits down before it.</summary>
    public async Task BeAsync(string person)
    {
        var options = await Person.Locator("option").AllInnerTextsAsync();
        await Person.SelectOptionAsync(new SelectOptionValue { Label = options.First(option => option.StartsWith(person, StringComparison.Ordinal)) });
    }

    /// <summary>Writes the alert that the page has ready.</summary>
    public async Task WriteAlertAsync()
    {
        await page.Locator("#alert").ClickAsync();
        await page.Locator("#send").ClickAsync();
    }

    /// <summary>The card whose title begins so.</summary>
    public ILocator Card(string title) => page.Locator("article.card").Filter(new() { Has = page.Locator("header .title").GetByText(title, new() { Exact = false }) }).Last;

    public Task CardAsync(string title, string saying = "") =>
        Card(title).GetByText(saying).First.WaitForAsync(new() { Timeout = Patience });

    /// <summary>Uses a button of a card, says yes where it asks whether that is meant, and returns what is said to it.</summary>
    public async Task<string> ClickAsync(string card, string button)
    {
        await page.EvaluateAsync("document.querySelector('#toasts').replaceChildren()");
        await Card(card).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(new() { Timeout = Patience });
        var yes = page.Locator("#confirm[open] button[value=yes]");
        await yes.Or(Toasts).First.WaitForAsync(new() { Timeout = Patience });
        if (await yes.IsVisibleAsync())
            await yes.ClickAsync();
        await Toasts.First.WaitForAsync(new() { Timeout = Patience });
        return await Toasts.First.InnerTextAsync();
    }

    /// <summary>Waits until a card has no buttons left that tell somebody something.</summary>
    public Task AnsweredAsync(string card) => Assertions.Expect(Card(card).Locator("button")).ToHaveCountAsync(0, new() { Timeout = Patience });

    /// <summary>Waits until somebody has put this sign on a message.</summary>
    public Task SignedAsync(string emoji) => page.Locator($".reaction[data-emoji='{emoji}']").WaitForAsync(new() { Timeout = Patience });

    /// <summary>Hears nothing of what changes from now on, as somebody in a tunnel.</summary>
    public async Task LoseTouchAsync()
    {
        await page.RouteAsync(State, route => route.AbortAsync());
        // What it is waiting for is broken off too, and it says so.
        await page.EvaluateAsync("window.stop()");
        await Toasts.GetByText("cannot be reached").First.WaitForAsync(new() { Timeout = Patience });
    }

    public Task HearAgainAsync() => page.UnrouteAsync(State);

    public Task<string> TextAsync() => page.Locator("#messages").InnerTextAsync();

    public async Task PictureAsync(string what)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "lark")).FullName;
        await page.SetViewportSizeAsync(1100, 2400);
        await HeadlessBrowser.ScreenshotAsync(page, Path.Combine(folder, $"{name}-{++pictures}-{what}.png"));
        await page.SetViewportSizeAsync(1280, 900);
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "AiFixer.sln")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }
}
