using AiFixer.Hosting.Configuration;
using AiFixer.Lark.Bot;

namespace AiFixer.Hosting.Notices;

/// <summary>Reads the section <c>Notifiers:LarkBot</c>.</summary>
internal static class LarkBotSettings
{
    public static LarkBotOptions Read(SettingsReader root)
    {
        var settings = root.Section(LarkBotOptions.Section);
        var defaults = new LarkBotOptions();
        return new()
        {
            Url = Address(settings),
            Secret = settings.Text(nameof(LarkBotOptions.Secret), ""),
            Timeout = settings.Duration(nameof(LarkBotOptions.Timeout), defaults.Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
        };
    }

    private static Uri? Address(SettingsReader settings)
    {
        if (settings.Text(nameof(LarkBotOptions.Url)) is not { } text)
            return null;
        if (SafeAddress.Of(text) is { } url)
            return url;
        settings.Problems.Add(settings.Key(nameof(LarkBotOptions.Url)), "must be the https address of a custom bot");
        return null;
    }
}
