namespace AiFixer.Gateway.Intake;

/// <summary>The body of Alertmanager's and Grafana's webhook, for the API document; the parser reads it without it.</summary>
/// <param name="Version">"4" from Alertmanager, "1" from Grafana.</param>
/// <param name="TruncatedAlerts">How many alerts the sender cut off.</param>
internal sealed record AlertmanagerWebhook(string Version, IReadOnlyList<WebhookAlert> Alerts, int TruncatedAlerts = 0);
