namespace AiFixer.Gateway.Intake;

/// <summary>One alert of a webhook, for the API document.</summary>
/// <param name="Status">"firing" or "resolved".</param>
/// <param name="EndsAt">Year 1 while it is firing.</param>
internal sealed record WebhookAlert(
    string Status,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string>? Annotations = null,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    string? GeneratorURL = null);
