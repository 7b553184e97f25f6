using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>One input and what became of it.</summary>
internal sealed record WalkStep(Incident Before, IncidentInput Input, DateTimeOffset At, Decision Decision)
{
    public Incident After => Decision is Decision.Accepted accepted ? accepted.State : Before;

    public IReadOnlyList<IncidentEvent> Events => Decision is Decision.Accepted accepted ? accepted.Events : [];

    public override string ToString()
    {
        var outcome = Decision switch
        {
            Decision.Accepted => string.Join(", ", Events.Select(happened => happened.GetType().Name)),
            Decision.Refused refused => $"refused: {refused.Refusal.Code}",
            _ => "nothing",
        };
        return $"{At:HH:mm:ss} {Before.Status}/{Before.Task?.Kind} + {Input.GetType().Name} {(Input as TaskInput)?.TaskId} => {outcome}";
    }
}
