using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>Reads the value the reader stands on into an alert's fields; a wrong type is a problem of that alert alone.</summary>
internal static class AlertValueReader
{
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static string? Text(ref Utf8JsonReader reader, string field, AlertFields into)
    {
        if (reader.TokenType == JsonTokenType.String)
            return JsonText.Read(ref reader);
        if (reader.TokenType != JsonTokenType.Null)
            into.Wrong($"{field} is not text");
        reader.Skip();
        return null;
    }

    /// <summary>A time, moved into years that any time zone and any sum can bear; null for "not yet" (year 1).</summary>
    public static DateTimeOffset? Time(ref Utf8JsonReader reader, string field, AlertFields into)
    {
        if (Text(ref reader, field, into) is not { Length: > 0 } text || text.StartsWith("0001-", StringComparison.Ordinal))
            return null;
        if (text.StartsWith("9999-", StringComparison.Ordinal))
            return Latest;
        if (text.Length < 10 || text[4] != '-' || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            into.Wrong($"{field} is not a time");
            return null;
        }

        return time < Earliest ? Earliest : time > Latest ? Latest : time.ToUniversalTime();
    }

    public static void Labels(ref Utf8JsonReader reader, AlertFields into)
    {
        if (!IsObject(ref reader, "labels", into))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Read(ref reader);
            reader.Read();
            if (Scalar(ref reader, "labels", into) is { } value)
                AddLabel(into, name, value);
        }
    }

    public static void Annotations(ref Utf8JsonReader reader, AlertFields into)
    {
        if (!IsObject(ref reader, "annotations", into))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextCleaner.Line(JsonText.Read(ref reader), AlertLimits.LabelName);
            reader.Read();
            if (Scalar(ref reader, "annotations", into) is { Length: > 0 } value && HasRoom(into.Annotations, name))
                into.Annotations[name] = TextCleaner.Lines(value, AlertLimits.AnnotationValue);
        }
    }

    public static void AddLabel(AlertFields into, string name, string value)
    {
        name = TextCleaner.Line(name, AlertLimits.LabelName);
        if (value.Length > 0 && (HasRoom(into.Labels, name) || AlertLabels.Matter(name)))
            into.Labels[name] = TextCleaner.Line(value, AlertLimits.LabelValue);
    }

    /// <summary>Text, or a number or truth value as it is written.</summary>
    public static string? Scalar(ref Utf8JsonReader reader, string field, AlertFields into) => reader.TokenType switch
    {
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => Text(ref reader, field, into),
    };

    private static bool HasRoom(ImmutableSortedDictionary<string, string>.Builder labels, string name) =>
        labels.Count < AlertLimits.Labels || labels.ContainsKey(name);

    private static bool IsObject(ref Utf8JsonReader reader, string field, AlertFields into)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        if (reader.TokenType != JsonTokenType.Null)
            into.Wrong($"{field} is not an object");
        reader.Skip();
        return false;
    }
}
