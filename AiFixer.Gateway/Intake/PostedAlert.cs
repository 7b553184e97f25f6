namespace AiFixer.Gateway.Intake;

/// <summary>An alert in the general form, for the API document. Text and numbers in fields of other names count as labels.</summary>
/// <param name="Name">What it is called; the label "alertname" does as well.</param>
/// <param name="Status">"firing" (when it is missing) or "resolved".</param>
/// <param name="Severity">Such as "critical", "warning", "info" or "P0" to "P3".</param>
internal sealed record PostedAlert(
    string Name,
    string? Status = null,
    string? Severity = null,
    string? Summary = null,
    string? Description = null,
    IReadOnlyDictionary<string, string>? Labels = null,
    IReadOnlyDictionary<string, string>? Annotations = null,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    string? Link = null);
