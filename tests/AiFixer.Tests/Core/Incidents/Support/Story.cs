using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using Shouldly;

namespace AiFixer.Tests.Core.Incidents.Support;

/// <summary>One incident, what it was told and what it wrote.</summary>
internal sealed partial class Story
{
    private readonly List<JournalEntry> entries = [];

    private Story(WorkflowRules rules, Alert alert)
    {
        Rules = rules;
        Last = IncidentWorkflow.Open(Given.Id, alert, rules, Now);
        Write(Last, "opened");
    }

    public WorkflowRules Rules { get; set; }

    public DateTimeOffset Now { get; private set; } = Given.Start;

    public Incident State => Last.State;

    public OpenTask Task => State.Task.ShouldNotBeNull();

    /// <summary>The last decision that changed something.</summary>
    public Decision.Accepted Last { get; private set; }

    public IReadOnlyList<JournalEntry> Entries => entries;

    public IEnumerable<IncidentEvent> Events => entries.SelectMany(entry => entry.Events);

    public static Story Open(WorkflowRules? rules = null, Alert? alert = null) => new(rules ?? Given.Review, alert ?? Given.Alert());

    public Decision Tell(IncidentInput input)
    {
        var decision = IncidentWorkflow.Handle(State, input, Rules, Now);
        if (decision is Decision.Accepted accepted)
            Write(accepted, input.GetType().Name);
        return decision;
    }

    /// <summary>Tells something that must be accepted.</summary>
    public Story Hears(IncidentInput input)
    {
        Tell(input).ShouldBeOfType<Decision.Accepted>();
        return this;
    }

    /// <summary>Tells something that must change nothing and needs no answer.</summary>
    public Story IsDeafTo(IncidentInput input)
    {
        Tell(input).ShouldBeOfType<Decision.Nothing>();
        return this;
    }

    public Refusal Refuses(PersonInput input) => Tell(input).ShouldBeOfType<Decision.Refused>().Refusal;

    public Story Waits(TimeSpan time)
    {
        Now += time;
        return this;
    }

    private void Write(Decision.Accepted accepted, string cause)
    {
        Last = accepted;
        entries.Add(new(Now, "test", cause, accepted.Events));
    }
}
