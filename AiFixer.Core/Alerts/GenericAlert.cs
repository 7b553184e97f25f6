using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>
/// One alert as anybody may post it: a name is enough. Fields of other names count as labels, so that
/// <c>{"name":"DiskFull","namespace":"shop","severity":"critical"}</c> works.
/// </summary>
internal static class GenericAlert
{
    public static AlertFields Read(ref Utf8JsonReader reader, DateTimeOffset now)
    {
        var alert = new AlertFields((int)reader.TokenStartIndex);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            alert.Wrong("it is not an object");
            reader.Skip();
        }
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                Field(ref reader, alert);
        }

        alert.End = (int)reader.BytesConsumed;
        Check(alert, now);
        return alert;
    }

    private static void Check(AlertFields alert, DateTimeOffset now)
    {
        alert.Status = alert.Status?.ToLowerInvariant() switch
        {
            null => alert.EndsAt <= now ? "resolved" : "firing",
            "firing" or "active" or "alerting" or "triggered" or "open" => "firing",
            "resolved" or "ok" or "closed" or "inactive" => "resolved",
            _ => null,
        };
        if (alert.Status is null)
            alert.Wrong("status is neither \"firing\" nor \"resolved\"");
        if (alert.Name is null && !alert.Labels.ContainsKey("alertname"))
            alert.Wrong("it has no name");
    }

    private static void Field(ref Utf8JsonReader reader, AlertFields alert)
    {
        if (AlertmanagerAlert.TryCommon(ref reader, alert))
            return;
        var field = JsonText.Read(ref reader);
        reader.Read();
        switch (field)
        {
            case "name" or "alertname" or "title":
                alert.Name = AlertValueReader.Text(ref reader, field, alert) ?? alert.Name;
                break;
            case "summary" or "message":
                alert.Summary = AlertValueReader.Text(ref reader, field, alert) ?? alert.Summary;
                break;
            case "description":
                alert.Description = AlertValueReader.Text(ref reader, field, alert);
                break;
            case "link" or "url":
                alert.Link = AlertValueReader.Text(ref reader, field, alert) ?? alert.Link;
                break;
            case "groupKey":
                alert.Group = AlertValueReader.Text(ref reader, field, alert);
                break;
            default:
                Label(ref reader, field, alert);
                break;
        }
    }

    private static void Label(ref Utf8JsonReader reader, string field, AlertFields alert)
    {
        if (AlertValueReader.Scalar(ref reader, TextCleaner.Line(field, AlertLimits.LabelName), alert) is { } value)
            AlertValueReader.AddLabel(alert, field, value);
    }
}
