using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents;

public sealed partial record Incident
{
    private Incident ApplyGroup(IncidentEvent happened, DateTimeOffset at) => happened switch
    {
        GroupJoined e => Step(IncidentStatus.Waiting, e.Task) with { Group = new(e.Leader, at) },
        GroupAwaited e => Owing(e.Task),
        GroupLeft => this with { Group = null },
        GroupGrew e => this with { Leads = true, Severity = e.Worst < Severity ? e.Worst : Severity },
        GroupEnding e => Owing(e.Task),
        GroupEnded => Owing(null),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not about a group."),
    };
}
