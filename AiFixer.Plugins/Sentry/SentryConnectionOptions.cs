using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Sentry;

/// <summary>How to reach Sentry: <c>https://sentry.io</c>, a region's host, or one's own.</summary>
public sealed class SentryConnectionOptions : HttpConnectionOptions
{
    /// <summary>The organization's short name, as it is in addresses.</summary>
    public string? Organization { get; set; }
}
