using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Incidents;

internal static class CardText
{
    public static string Name(string card) =>
        card.StartsWith("diagnosis/", StringComparison.Ordinal) ? $"Diagnosis {card["diagnosis/".Length..]}"
        : card.StartsWith("proposal/", StringComparison.Ordinal) ? $"Proposal {card["proposal/".Length..]}"
        : card;

    public static string Outcome(CardOutcome outcome) => outcome switch
    {
        CardOutcome.Open => "waits for an answer",
        CardOutcome.Approved => "approved",
        CardOutcome.Rejected => "rejected",
        CardOutcome.Expired => "nobody answered in time",
        _ => "no longer asked",
    };
}
