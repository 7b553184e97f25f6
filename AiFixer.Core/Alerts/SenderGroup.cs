using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>
/// The group of a delivery, as Alertmanager and Grafana name it. Its key says neither which receiver it is for nor whose it
/// is, and without labels to group by everything there is would be one group.
/// </summary>
internal sealed class SenderGroup
{
    private string _key = "";
    private string _receiver = "";
    private string _origin = "";
    private string _organisation = "";
    private bool _hasLabels;

    /// <returns>False when the field the reader stands on is not about the group.</returns>
    public bool TryField(ref Utf8JsonReader reader)
    {
        if (JsonText.Is(ref reader, "groupKey"u8))
            _key = Text(ref reader);
        else if (JsonText.Is(ref reader, "receiver"u8))
            _receiver = Text(ref reader);
        else if (JsonText.Is(ref reader, "externalURL"u8))
            _origin = Text(ref reader);
        else if (JsonText.Is(ref reader, "orgId"u8))
            _organisation = Text(ref reader);
        else if (JsonText.Is(ref reader, "groupLabels"u8))
            _hasLabels = HasFields(ref reader);
        else
            return false;
        return true;
    }

    /// <returns>Null when there is none to go by.</returns>
    public string? Key(string source, AlertDigest digest) => _hasLabels && _key.Length > 0
        ? digest.Add("group").Add(source).Add(_origin).Add(_organisation).Add(_receiver).Add(_key).Take()
        : null;

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        var text = reader.TokenType switch
        {
            JsonTokenType.String => JsonText.Read(ref reader),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => "",
        };
        reader.Skip();
        return text;
    }

    private static bool HasFields(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return false;
        }

        var any = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            any = true;
            reader.Read();
            reader.Skip();
        }

        return any;
    }
}
