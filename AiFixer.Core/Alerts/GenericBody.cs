using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>One alert or an array of them.</summary>
internal static class GenericBody
{
    /// <summary>The alerts; null when the body is neither an object nor an array.</summary>
    public static List<AlertFields>? Read(ReadOnlySpan<byte> json, DateTimeOffset now)
    {
        var alerts = new List<AlertFields>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            alerts.Add(GenericAlert.Read(ref reader, now));
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                alerts.Add(GenericAlert.Read(ref reader, now));
        }
        else
            alerts = null;
        reader.Read();
        return alerts;
    }
}
