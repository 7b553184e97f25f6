using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>How much people were asked, in the newest incidents.</summary>
/// <param name="Incidents">How many incidents were looked at.</param>
/// <param name="Withdrawn">No longer asked, because the incident went another way.</param>
/// <param name="MedianSeconds">How long people took to answer; null when nobody did.</param>
/// <param name="SlowestSeconds">How long the slowest answer took.</param>
public sealed record ApprovalLoad(
    int Incidents, int Asked, int Open, int Approved, int Rejected, int Expired, int Withdrawn, double? MedianSeconds, double? SlowestSeconds)
{
    public static ApprovalLoad Of(IReadOnlyCollection<Incident> incidents)
    {
        var cards = incidents.SelectMany(incident => incident.Cards).ToList();
        var waits = cards
            .Where(card => card is { By: not null, DecidedAt: not null })
            .Select(card => (card.DecidedAt!.Value - card.AskedAt).TotalSeconds)
            .Order()
            .ToList();
        return new(
            incidents.Count,
            cards.Count,
            Count(CardOutcome.Open),
            Count(CardOutcome.Approved),
            Count(CardOutcome.Rejected),
            Count(CardOutcome.Expired),
            Count(CardOutcome.Withdrawn),
            waits.Count == 0 ? null : waits[waits.Count / 2],
            waits.Count == 0 ? null : waits[^1]);

        int Count(CardOutcome outcome) => cards.Count(card => card.Outcome == outcome);
    }
}
