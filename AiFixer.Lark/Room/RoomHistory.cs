using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;

namespace AiFixer.Lark.Room;

/// <summary>What an incident's state does not say any more and its older cards still show.</summary>
internal sealed record RoomHistory(
    ImmutableDictionary<int, Diagnosis> Diagnoses,
    ImmutableDictionary<int, PolicyDecision> Policies,
    ImmutableDictionary<int, Escalation> Escalations)
{
    public static RoomHistory None { get; } = new(
        ImmutableDictionary<int, Diagnosis>.Empty, ImmutableDictionary<int, PolicyDecision>.Empty, ImmutableDictionary<int, Escalation>.Empty);

    public static RoomHistory Of(IEnumerable<JournalEntry> entries)
    {
        var (history, diagnosis, proposal) = (None, 0, 0);
        foreach (var entry in entries)
        {
            foreach (var happened in entry.Events)
            {
                diagnosis = happened is DiagnosisStarted begun ? begun.Round : diagnosis;
                proposal = happened is ProposingStarted proposing ? proposing.Round : proposal;
                history = history.After(happened, diagnosis, proposal, entry.At);
            }
        }

        return history;
    }

    private RoomHistory After(IncidentEvent happened, int diagnosis, int proposal, DateTimeOffset at) => happened switch
    {
        Diagnosed e => this with { Diagnoses = Diagnoses.SetItem(diagnosis, e.Diagnosis) },
        PolicyDecided e => this with { Policies = Policies.SetItem(proposal, e.Decision) },
        Escalated e => this with { Escalations = Escalations.SetItem(diagnosis, new(e.Reason, at, e.To)) },
        TakenOver e when Escalations.TryGetValue(diagnosis, out var escalation) =>
            this with { Escalations = Escalations.SetItem(diagnosis, escalation with { TakenBy = e.By }) },
        _ => this,
    };
}
