using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Notices;

/// <summary>Where notices go. The section <c>Notices</c>.</summary>
public sealed record NoticeOptions
{
    public const string Section = "Notices:Webhook";

    /// <summary>The address that takes them by POST; null when there is none.</summary>
    public Uri? Url { get; init; }

    /// <summary>Sent as a bearer token; null when none is wanted.</summary>
    public string? Token { get; init; }

    /// <summary>How long one may take: 100 ms to a minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    internal static NoticeOptions Read(SettingsReader root)
    {
        var settings = root.Section(Section);
        var address = settings.Text(nameof(Url));
        Uri? url = null;
        if (!string.IsNullOrEmpty(address) && !(Uri.TryCreate(address, UriKind.Absolute, out url) && url.Scheme is "http" or "https"))
            settings.Problems.Add(settings.Key(nameof(Url)), "must be an address of the web");
        return new()
        {
            Url = url,
            Token = settings.Text(nameof(Token)),
            Timeout = settings.Duration(nameof(Timeout), new NoticeOptions().Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
        };
    }
}
