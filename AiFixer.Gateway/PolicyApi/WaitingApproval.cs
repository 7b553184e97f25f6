using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>A question that waits for an answer.</summary>
/// <param name="Needed">How many people have to approve.</param>
/// <param name="ApprovedBy">Those who did.</param>
/// <param name="About">What it is about.</param>
public sealed record WaitingApproval(
    string Incident,
    string Title,
    Severity Severity,
    string Card,
    string About,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt,
    int Needed,
    IReadOnlyList<string> ApprovedBy)
{
    public static WaitingApproval? Of(IncidentListItem item, Incident state) => state.OpenCard() is { } card
        ? new(
            item.Id.Value,
            item.Row.Title,
            state.Severity,
            card.Id,
            (state.Status == IncidentStatus.AwaitingProposalApproval ? state.ProposalSummary : state.Diagnosis?.RootCause) ?? "",
            card.AskedAt,
            card.ExpiresAt,
            card.Needed,
            [.. (card.ApprovedBy ?? []).Select(person => person.Name)])
        : null;
}
