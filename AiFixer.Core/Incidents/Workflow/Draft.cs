using System.Collections.Immutable;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>A decision in the making: each event is applied at once, so the next step sees the state it leads to.</summary>
internal sealed class Draft(Incident state, WorkflowRules rules, DateTimeOffset now, string? span)
{
    private readonly ImmutableList<IncidentEvent>.Builder events = ImmutableList.CreateBuilder<IncidentEvent>();
    private readonly ImmutableList<Claim>.Builder claims = ImmutableList.CreateBuilder<Claim>();
    private readonly ImmutableList<string>.Builder releases = ImmutableList.CreateBuilder<string>();

    public Incident State { get; private set; } = state;

    public WorkflowRules Rules => rules;

    public DateTimeOffset Now => now;

    public Draft Add(IncidentEvent happened)
    {
        State = State.Apply(happened, now);
        events.Add(happened);
        return this;
    }

    /// <summary>An event that is already in the state: the first one.</summary>
    public Draft Opened(Opened opened)
    {
        events.Add(opened);
        return this;
    }

    public Draft Claim(Claim claim)
    {
        claims.Add(claim);
        return this;
    }

    public Draft Release(string key)
    {
        releases.Add(key);
        return this;
    }

    /// <summary>A task with the next free id.</summary>
    public OpenTask Task(TaskKind kind, TimeSpan wait = default, string? subject = null) =>
        new($"t{State.TasksSoFar + 1}", kind, now + wait, Subject: subject) { Span = span ?? State.Task?.Span };

    public Decision Done() =>
        new Decision.Accepted(State, events.ToImmutable(), claims.ToImmutable(), releases.ToImmutable());
}
