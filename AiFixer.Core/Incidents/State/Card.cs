using System.Collections.Immutable;

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
    string Reason = "")
{
    /// <summary>How many people have to approve.</summary>
    public int Needed { get; init; } = 1;

    /// <summary>Those who did, while others still have to; null while nobody did.</summary>
    public ImmutableList<Person>? ApprovedBy { get; init; }
}
