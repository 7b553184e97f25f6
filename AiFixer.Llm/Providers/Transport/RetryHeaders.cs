using System.Globalization;
using System.Net.Http.Headers;

namespace AiFixer.Llm.Providers.Transport;

/// <summary>How long a provider wants to be left alone, as its headers say.</summary>
internal static class RetryHeaders
{
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Number(headers, "retry-after-ms") is { } milliseconds)
            return Bounded(TimeSpan.FromMilliseconds(milliseconds));
        if (Number(headers, "retry-after") is { } seconds)
            return Bounded(TimeSpan.FromSeconds(seconds));
        return headers.RetryAfter?.Date is { } date ? Bounded(date - now) : null;
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e9
            ? number
            : null;

    private static TimeSpan Bounded(TimeSpan delay) =>
        delay < TimeSpan.Zero ? TimeSpan.Zero : delay > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : delay;
}
