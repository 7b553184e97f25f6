using System.Collections.Immutable;
using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents;

public sealed partial record Incident
{
    /// <summary>The playbook that fits it; null without one, or once an analyst looked instead.</summary>
    public PlaybookUse? Playbook { get; init; }

    /// <summary>What playbooks tried; null when they tried nothing.</summary>
    public ImmutableList<HealAttempt>? Heals { get; init; }

    /// <summary>Since when and why its playbook waits; null when it does not.</summary>
    public Parking? Parked { get; init; }

    /// <summary>The attempt that is under way.</summary>
    public HealAttempt? OpenHeal() => Heals?.FindLast(heal => heal.Result is null);

    private Incident ApplyHealing(IncidentEvent happened, DateTimeOffset at) => happened switch
    {
        PlaybookMatched e => this with { Playbook = e.Playbook, HeldBack = null },
        HealStarted e => this with { Heals = (Heals ?? []).Add(e.Attempt) },
        HealSkipped e => this with { Heals = (Heals ?? []).Add(e.Attempt) },
        HealEnded e => this with
        {
            Heals = Heals!.ConvertAll(heal => heal.Number == e.Number
                ? heal with { Result = e.Result, Output = e.Output, DurationMs = e.DurationMs }
                : heal),
        },
        HealDue e => Step(IncidentStatus.Proposing, e.Task),
        HealParked e => Step(IncidentStatus.Waiting, e.Task) with { Parked = new(at, e.Reason) },
        NoticeDue e => Step(IncidentStatus.Executing, e.Task),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not about healing."),
    };
}
