using System.Text.Json.Nodes;

namespace AiFixer.EndToEnd.Support;

/// <summary>Bodies as Alertmanager's webhook sends them.</summary>
internal static class AlertBody
{
    public static Dictionary<string, string> Labels(string ns, string deployment, string name = "DeploymentNotReady") => new()
    {
        ["alertname"] = name,
        ["namespace"] = ns,
        ["deployment"] = deployment,
        ["severity"] = "critical",
    };

    public static string Firing(IReadOnlyDictionary<string, string> labels, DateTimeOffset startsAt, string summary = "Too few pods are ready") =>
        Delivery(Alert(labels, startsAt.ToString("O"), summary)).ToJsonString();

    public static JsonObject Delivery(params IEnumerable<JsonObject> alerts) => new()
    {
        ["version"] = "4",
        ["groupKey"] = "{}:{}",
        ["truncatedAlerts"] = 0,
        ["status"] = "firing",
        ["receiver"] = "aifixer",
        ["groupLabels"] = new JsonObject(),
        ["commonLabels"] = new JsonObject(),
        ["commonAnnotations"] = new JsonObject(),
        ["externalURL"] = "",
        ["alerts"] = new JsonArray([.. alerts]),
    };

    public static JsonObject Alert(IReadOnlyDictionary<string, string> labels, string startsAt, string summary) => new()
    {
        ["status"] = "firing",
        ["labels"] = new JsonObject(labels.Select(label => KeyValuePair.Create<string, JsonNode?>(label.Key, label.Value))),
        ["annotations"] = new JsonObject { ["summary"] = summary },
        ["startsAt"] = startsAt,
        ["endsAt"] = "0001-01-01T00:00:00Z",
        ["generatorURL"] = "",
        ["fingerprint"] = "0123456789abcdef",
    };
}
