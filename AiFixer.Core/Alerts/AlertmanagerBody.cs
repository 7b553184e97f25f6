using System.Text;
using System.Text.Json;

namespace AiFixer.Core.Alerts;

/// <summary>The webhook body of Alertmanager (version 4) and of Grafana's alerting (version 1), read in one pass.</summary>
internal sealed class AlertmanagerBody
{
    private AlertmanagerBody()
    {
    }

    public List<AlertFields> Alerts { get; } = [];

    public string Version { get; private set; } = "";

    public bool Truncated { get; private set; }

    public SenderGroup Group { get; } = new();

    public string Source => Version == "1" ? "grafana" : "alertmanager";

    /// <summary>The field that makes the whole body unusable.</summary>
    public (string Field, string Problem)? Invalid { get; private set; }

    private bool _hasAlerts;

    public static AlertmanagerBody Read(ReadOnlySpan<byte> json)
    {
        var body = new AlertmanagerBody();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                body.Field(ref reader);
        }
        else
        {
            body.Invalid = ("body", "must be a JSON object");
            reader.Skip();
        }

        reader.Read();
        body.Check();
        return body;
    }

    private void Check()
    {
        if (Version is not ("4" or "1"))
            Invalid ??= ("version", "must be \"4\" (Alertmanager) or \"1\" (Grafana)");
        if (!_hasAlerts)
            Invalid ??= ("alerts", "is missing");
    }

    private void Field(ref Utf8JsonReader reader)
    {
        if (JsonText.Is(ref reader, "alerts"u8))
            ReadAlerts(ref reader);
        else if (JsonText.Is(ref reader, "version"u8))
            ReadVersion(ref reader);
        else if (JsonText.Is(ref reader, "truncatedAlerts"u8))
            ReadTruncated(ref reader);
        else if (!Group.TryField(ref reader))
        {
            reader.Read();
            reader.Skip();
        }
    }

    private void ReadVersion(ref Utf8JsonReader reader)
    {
        reader.Read();
        Version = reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : "";
        reader.Skip();
    }

    private void ReadTruncated(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
            Truncated = Encoding.UTF8.GetString(reader.ValueSpan).AsSpan().ContainsAnyInRange('1', '9');
        else if (reader.TokenType != JsonTokenType.Null)
            Invalid ??= ("truncatedAlerts", "must be a number");
        reader.Skip();
    }

    private void ReadAlerts(ref Utf8JsonReader reader)
    {
        reader.Read();
        _hasAlerts = true;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Invalid ??= ("alerts", "must be an array");
            reader.Skip();
            return;
        }

        Alerts.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            Alerts.Add(AlertmanagerAlert.Read(ref reader));
    }
}
