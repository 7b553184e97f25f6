using System.Text.RegularExpressions;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Notices.Telegram;

/// <summary>A bot of Telegram and the chat it speaks in. The section <c>Notifiers:Telegram</c>.</summary>
public sealed partial record TelegramOptions
{
    public const string Section = "Notifiers:Telegram";

    /// <summary>Who the bot is; null when there is none.</summary>
    public string? Token { get; init; }

    /// <summary>The number of a chat, or the <c>@name</c> of a channel.</summary>
    public string Chat { get; init; } = "";

    /// <summary>A topic of the chat; null for none.</summary>
    public int? Topic { get; init; }

    public Uri Url { get; init; } = new("https://api.telegram.org/");

    /// <summary>How long one message may take: 100 ms to a minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without the token.</summary>
    public override string ToString() => Token is null ? "none" : $"{Chat} by {Url.Host}";

    internal static TelegramOptions Read(SettingsReader root)
    {
        var settings = root.Section(Section);
        var defaults = new TelegramOptions();
        var options = new TelegramOptions
        {
            Token = settings.Text(nameof(Token)),
            Chat = settings.Text(nameof(Chat), ""),
            Topic = settings.Number(nameof(Topic), 0, 0, int.MaxValue) is > 0 and var topic ? topic : null,
            Url = Address(settings) ?? defaults.Url,
            Timeout = settings.Duration(nameof(Timeout), defaults.Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
        };
        if (options.Token is { } token && !TokenForm().IsMatch(token))
            settings.Problems.Add(settings.Key(nameof(Token)), "must be what BotFather gave: a number, a colon, and letters");
        if (options.Token is null != (options.Chat.Length == 0))
            settings.Problems.Add(settings.Key(options.Token is null ? nameof(Token) : nameof(Chat)), "is missing: a bot and its chat are set together");
        if (options.Chat.Length > 0 && !ChatForm().IsMatch(options.Chat))
            settings.Problems.Add(settings.Key(nameof(Chat)), "must be the number of a chat, such as -1001234567890, or the @name of a channel");
        return options;
    }

    private static Uri? Address(SettingsReader settings)
    {
        if (settings.Text(nameof(Url)) is not { } text)
            return null;
        if (SafeAddress.Of(text) is { UserInfo: "", Query: "", Fragment: "" } url)
            return url.AbsoluteUri.EndsWith('/') ? url : new(url.AbsoluteUri + "/");
        settings.Problems.Add(settings.Key(nameof(Url)), "must be the https address of a Bot API, with nothing behind its path");
        return null;
    }

    [GeneratedRegex(@"^[0-9]{1,20}:[A-Za-z0-9_-]{20,200}\z")]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"^(-?[0-9]{1,18}|@[A-Za-z][A-Za-z0-9_]{3,63})\z")]
    private static partial Regex ChatForm();
}
