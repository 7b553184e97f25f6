using System.Globalization;

namespace AiFixer.Plugins.Arguments;

/// <summary>
/// Times as plugins take and give them. A moment always says where on Earth it is meant: one without an offset is refused,
/// because what reads it as UTC and what reads it as local time would be hours apart.
/// </summary>
internal static class Times
{
    /// <summary>Days that there are, from 1970 to 2099: whatever fits can be read, and be moved by any offset.</summary>
    private const string Day =
        "((19[7-9][0-9]|20[0-9]{2})-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19(72|76|8[048]|9[26])|20([02468][048]|[13579][26]))-02-29)";

    private const string Hour = "[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\\\.[0-9]{1,9})?([Zz]|[+-](0[0-9]|1[0-3]):[0-5][0-9])";

    /// <summary>Schema of a moment: RFC 3339 with an offset, Unix seconds, <c>now</c>, or before now such as <c>-30m</c>.</summary>
    public const string MomentSchema =
        $$"""{"type":"string","maxLength":40,"pattern":"^(now|(now)?-[0-9]{1,6}(s|m|h|d)|[0-9]{9,10}(\\.[0-9]{1,9})?|{{Day}}{{Hour}})$","description":"RFC 3339 with an offset, Unix seconds, now, or -30m"}""";

    private const string SpanPattern = "^[1-9][0-9]{0,5}(ms|s|m|h|d)$";

    /// <summary>Schema of a length of time such as <c>30m</c>.</summary>
    public static string SpanSchema(string? otherwise, string description) => otherwise is null
        ? $$"""{"type":"string","pattern":"{{SpanPattern}}","description":"{{description}}"}"""
        : $$"""{"type":"string","pattern":"{{SpanPattern}}","default":"{{otherwise}}","description":"{{description}}"}""";

    public static DateTimeOffset Moment(string text, DateTimeOffset now)
    {
        if (text == "now")
            return now;
        if (text.Contains('-', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal))
            return Before(now, Span(text[(text.IndexOf('-', StringComparison.Ordinal) + 1)..]));
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None);
    }

    /// <summary>So long before a moment; nothing is looked for before there was Unix time.</summary>
    public static DateTimeOffset Before(DateTimeOffset moment, TimeSpan span) =>
        moment - DateTimeOffset.UnixEpoch > span ? moment - span : DateTimeOffset.UnixEpoch;

    public static TimeSpan Span(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var number = int.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        return text[digits..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    /// <summary>In UTC, with as many digits as it needs.</summary>
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>As Prometheus writes lengths of time: <c>90s</c> is <c>1m30s</c>.</summary>
    public static string Text(TimeSpan span)
    {
        var parts = new (long Count, string Unit)[]
        {
            (span.Days, "d"), (span.Hours, "h"), (span.Minutes, "m"), (span.Seconds, "s"), (span.Milliseconds, "ms"),
        };
        var text = string.Concat(parts.Where(p => p.Count > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count}{p.Unit}")));
        return text.Length > 0 ? text : "0s";
    }

    /// <summary>Unix seconds with the digits that Prometheus and its kin take.</summary>
    public static string UnixSeconds(DateTimeOffset time) =>
        (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
