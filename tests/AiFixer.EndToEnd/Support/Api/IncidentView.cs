namespace AiFixer.EndToEnd.Support;

/// <summary>An incident as the API tells it, as far as tests look.</summary>
public sealed record IncidentView(
    string Id,
    long Version,
    string Status,
    string? OpenCard,
    DiagnosisView? Diagnosis,
    IReadOnlyList<CardView> Cards,
    IReadOnlyList<ActionView> Actions,
    EscalationView? Escalation,
    ClosingView? Closing,
    IReadOnlyList<TimelineView> Timeline,
    long Repeats)
{
    /// <summary>Nothing more happens to it by itself.</summary>
    public bool IsSettled => Status is "resolved" or "ignored" or "escalated";

    public CardView Card(string id) => Cards.Single(card => card.Id == id);
}
