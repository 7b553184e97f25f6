using System.Net.Http.Headers;

namespace AiFixer.Plugins.Http;

/// <summary>How we introduce ourselves.</summary>
internal static class UserAgent
{
    public static ProductInfoHeaderValue Value { get; } =
        new("aifixer", typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0");
}
