using System.Diagnostics;
using AiFixer.Core.Secrets;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Nothing leaves in a span that looks like a secret, whoever made the span: addresses of frameworks hold keys at times.</summary>
internal static class SpanMask
{
    public static void Apply(Activity span)
    {
        List<KeyValuePair<string, string>>? masked = null;
        foreach (ref readonly var tag in span.EnumerateTagObjects())
        {
            if (tag.Value is string text && SecretText.Masked(text) is var clean && !ReferenceEquals(clean, text) && clean != text)
                (masked ??= []).Add(new(tag.Key, clean));
        }

        foreach (var (name, value) in masked ?? [])
            span.SetTag(name, value);
        if (span.StatusDescription is { } description)
            span.SetStatus(span.Status, SecretText.Masked(description));
        span.DisplayName = SecretText.Masked(span.DisplayName);
    }
}
