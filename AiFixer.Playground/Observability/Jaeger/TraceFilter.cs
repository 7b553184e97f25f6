using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Observability.Jaeger;

/// <summary>Which spans make their trace wanted.</summary>
internal sealed record TraceFilter(
    string Service, string? Operation, DateTimeOffset Start, DateTimeOffset End, TimeSpan Least, TimeSpan Most, IReadOnlyList<KeyValuePair<string, string>> Tags)
{
    public static bool TryRead(
        Fields fields, DateTimeOffset now, string service, [NotNullWhen(true)] out TraceFilter? filter, [NotNullWhen(false)] out string? problem)
    {
        filter = null;
        problem = null;
        var end = Moment(fields["end"], now);
        var start = Moment(fields["start"], now.AddHours(-1));
        var least = Length(fields["minDuration"], TimeSpan.Zero);
        var most = Length(fields["maxDuration"], TimeSpan.MaxValue);
        if (start is null || end is null)
            problem = "unable to parse param 'start' or 'end': they are microseconds";
        else if (least is null || most is null)
            problem = "unable to parse param 'minDuration' or 'maxDuration': they are durations such as 100ms";
        else if (ReadTags(fields["tags"]) is not { } tags)
            problem = "malformed 'tags' parameter, cannot unmarshal it into a map of texts";
        else
            filter = new(service, fields["operation"] is { Length: > 0 } operation ? operation : null, start.Value, end.Value, least.Value, most.Value, tags);
        return filter is not null;
    }

    public bool Fits(TraceSpan span) =>
        span.Service == Service && (Operation is null || span.Name == Operation)
        && span.Start >= Start && span.Start <= End && span.Duration >= Least && span.Duration <= Most
        && Tags.All(t => JaegerJson.Tags(span).Any(x => x!.AsObject().Str("key") == t.Key && x["value"]!.ToString() == t.Value));

    private static List<KeyValuePair<string, string>>? ReadTags(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        var map = JsonBytes.ParseObject(System.Text.Encoding.UTF8.GetBytes(text));
        return map is null || map.Any(t => t.Value.AsText() is null) ? null : [.. map.Select(t => KeyValuePair.Create(t.Key, t.Value.AsText()!))];
    }

    private static DateTimeOffset? Moment(string? text, DateTimeOffset otherwise) => string.IsNullOrEmpty(text)
        ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) ? DateTimeOffset.UnixEpoch.AddMicroseconds(micros) : null;

    private static TimeSpan? Length(string? text, TimeSpan otherwise)
    {
        if (string.IsNullOrEmpty(text))
            return otherwise;
        (string Ending, double Milliseconds)[] units = [("us", 0.001), ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];
        var unit = Array.Find(units, u => text.EndsWith(u.Ending, StringComparison.Ordinal));
        return unit.Ending is not null && double.TryParse(text[..^unit.Ending.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromMilliseconds(number * unit.Milliseconds)
            : null;
    }
}
