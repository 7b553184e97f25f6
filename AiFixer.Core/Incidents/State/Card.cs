namespace AiFixer.Core.Incidents;

/// <summary>A question put to people: approve or reject.</summary>
/// <param name="Id">Such as <c>diagnosis/1</c> or <c>proposal/2</c>; a click names the card it was made on.</param>
public sealed record Card(
    string Id,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    CardOutcome Outcome = CardOutcome.Open,
    Person? By = null,
    DateTimeOffset? DecidedAt = null,
    string Reason = "");
