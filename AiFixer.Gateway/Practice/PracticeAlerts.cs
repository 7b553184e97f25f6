using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground;

namespace AiFixer.Gateway.Practice;

/// <summary>Writes what an Alertmanager would send about a deployment of the practice world.</summary>
internal static class PracticeAlerts
{
    public static JsonObject Message(DeploymentHealth health, DateTimeOffset startsAt, DateTimeOffset? endsAt)
    {
        var status = endsAt is null ? "firing" : "resolved";
        return new JsonObject
        {
            ["version"] = "4",
            ["groupKey"] = $"{{}}:{{namespace=\"{health.Namespace}\", deployment=\"{health.Name}\"}}",
            ["truncatedAlerts"] = 0,
            ["status"] = status,
            ["receiver"] = "aifixer",
            ["groupLabels"] = new JsonObject(),
            ["commonLabels"] = new JsonObject(),
            ["commonAnnotations"] = new JsonObject(),
            ["externalURL"] = "",
            ["alerts"] = new JsonArray(Alert(health, status, startsAt, endsAt)),
        };
    }

    private static JsonObject Alert(DeploymentHealth health, string status, DateTimeOffset startsAt, DateTimeOffset? endsAt) => new()
    {
        ["status"] = status,
        ["labels"] = new JsonObject
        {
            ["alertname"] = "DeploymentNotReady",
            ["namespace"] = health.Namespace,
            ["deployment"] = health.Name,
            ["severity"] = "critical",
        },
        ["annotations"] = new JsonObject
        {
            ["summary"] = $"{health.Namespace}/{health.Name} has too few ready pods",
            ["description"] = $"{health.Ready} of {health.Desired} pods are ready; revision {health.Revision} ({health.Image}).",
        },
        ["startsAt"] = startsAt.ToString("O"),
        ["endsAt"] = (endsAt ?? DateTimeOffset.MinValue).ToString("O"),
        ["generatorURL"] = "",
        ["fingerprint"] = Fingerprint(health),
    };

    private static string Fingerprint(DeploymentHealth health) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{health.Namespace}/{health.Name}")))[..16];
}
