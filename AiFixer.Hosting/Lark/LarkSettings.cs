using AiFixer.Hosting.Configuration;
using AiFixer.Lark;

namespace AiFixer.Hosting.Lark;

/// <summary>Reads the section <c>Lark</c>.</summary>
internal static class LarkSettings
{
    private static readonly LarkOptions Defaults = new();

    public static LarkOptions Read(SettingsReader root)
    {
        var settings = root.Section(LarkOptions.Section);
        var appId = settings.Text(nameof(LarkOptions.AppId), "");
        var options = new LarkOptions
        {
            // It needs no address that the platform can reach, so it is what whoever says nothing gets.
            Mode = settings.Choice(nameof(LarkOptions.Mode), appId.Length > 0 ? LarkMode.Connection : LarkMode.Off),
            Url = Address(settings),
            AppId = appId,
            AppSecret = settings.Text(nameof(LarkOptions.AppSecret), ""),
            EncryptKey = settings.Text(nameof(LarkOptions.EncryptKey), ""),
            VerificationToken = settings.Text(nameof(LarkOptions.VerificationToken), ""),
            Connections = settings.Number(nameof(LarkOptions.Connections), Defaults.Connections, 1, 50),
            RequestTimeout = settings.Duration(nameof(LarkOptions.RequestTimeout), Defaults.RequestTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
            LongestWait = settings.Duration(nameof(LarkOptions.LongestWait), Defaults.LongestWait, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
        };
        if (options.IsOn)
            Check(settings, options);
        return options;
    }

    private static void Check(SettingsReader settings, LarkOptions options)
    {
        if (options.AppId.Length == 0)
            settings.Problems.Add(settings.Key(nameof(LarkOptions.AppId)), "is missing: the app's id, such as cli_…");
        if (options.AppSecret.Length == 0)
            settings.Problems.Add(settings.Key(nameof(LarkOptions.AppSecret)), "is missing: set Lark__AppSecret or Lark__AppSecret_FILE");
        if (options is { Mode: LarkMode.Webhook, EncryptKey.Length: 0, VerificationToken.Length: 0 })
        {
            settings.Problems.Add(
                settings.Key(nameof(LarkOptions.EncryptKey)), "is missing: without it or Lark:VerificationToken nobody can tell the platform from a stranger");
        }
    }

    private static Uri Address(SettingsReader settings)
    {
        if (settings.Text(nameof(LarkOptions.Url)) is not { } text)
            return Defaults.Url;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)))
            return url;
        settings.Problems.Add(settings.Key(nameof(LarkOptions.Url)), "must be an https address, such as https://open.larksuite.com");
        return Defaults.Url;
    }
}
