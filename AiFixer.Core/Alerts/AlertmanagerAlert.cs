using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>One element of a webhook's <c>alerts</c>.</summary>
internal static class AlertmanagerAlert
{
    public static AlertFields Read(ref Utf8JsonReader reader)
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
        Check(alert);
        return alert;
    }

    private static void Check(AlertFields alert)
    {
        if (alert.Status is not ("firing" or "resolved"))
            alert.Wrong("status is neither \"firing\" nor \"resolved\"");
        if (alert.Labels.Count == 0)
            alert.Wrong("it has no labels");
    }

    private static void Field(ref Utf8JsonReader reader, AlertFields alert)
    {
        if (TryCommon(ref reader, alert))
            return;
        reader.Read();
        reader.Skip();
    }

    /// <summary>The fields that every sender of alerts has in common.</summary>
    public static bool TryCommon(ref Utf8JsonReader reader, AlertFields alert)
    {
        if (JsonText.Is(ref reader, "labels"u8) && reader.Read())
            AlertValueReader.Labels(ref reader, alert);
        else if (JsonText.Is(ref reader, "annotations"u8) && reader.Read())
            AlertValueReader.Annotations(ref reader, alert);
        else if (JsonText.Is(ref reader, "status"u8) && reader.Read())
            alert.Status = AlertValueReader.Text(ref reader, "status", alert);
        else if (JsonText.Is(ref reader, "startsAt"u8) && reader.Read())
            alert.StartsAt = AlertValueReader.Time(ref reader, "startsAt", alert);
        else if (JsonText.Is(ref reader, "endsAt"u8) && reader.Read())
            alert.EndsAt = AlertValueReader.Time(ref reader, "endsAt", alert);
        else if (JsonText.Is(ref reader, "generatorURL"u8) && reader.Read())
            alert.Link = AlertValueReader.Text(ref reader, "generatorURL", alert);
        else
            return false;
        return true;
    }
}
