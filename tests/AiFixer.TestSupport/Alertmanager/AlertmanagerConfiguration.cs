using System.Globalization;
using System.Text.Json;

namespace AiFixer.TestSupport;

/// <summary>Alertmanager reads YAML, of which JSON is a part: nothing has to be escaped by hand.</summary>
internal static class AlertmanagerConfiguration
{
    private const string Receiver = "aifixer";

    public static string Write(AlertmanagerOptions options) =>
        JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["route"] = new Dictionary<string, object>
            {
                ["receiver"] = Receiver,
                ["group_by"] = options.GroupBy,
                ["group_wait"] = Duration(options.GroupWait),
                ["group_interval"] = Duration(options.GroupInterval),
                ["repeat_interval"] = Duration(options.RepeatInterval),
            },
            ["receivers"] = new object[]
            {
                new Dictionary<string, object> { ["name"] = Receiver, ["webhook_configs"] = new[] { Webhook(options) } },
            },
        });

    private static Dictionary<string, object> Webhook(AlertmanagerOptions options)
    {
        var webhook = new Dictionary<string, object>
        {
            ["url"] = options.Webhook.AbsoluteUri,
            ["send_resolved"] = options.SendResolved,
            ["max_alerts"] = options.MaxAlerts,
        };
        if (options.Credentials is { } credentials)
            webhook["http_config"] = new { authorization = new { type = "Bearer", credentials } };
        return webhook;
    }

    private static string Duration(TimeSpan value) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)value.TotalMilliseconds}ms");
}
