using System.Collections.Immutable;
using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Properties;

public sealed class ReplayPropertyTests
{
    [Fact]
    public void Replaying_the_stored_entries_gives_the_same_state_at_every_step() => Walks.All(500, walk =>
    {
        var opened = Stored(Given.Start, walk.Opening.Events);
        var state = Incident.From(Given.Id, (Opened)opened[0], Given.Start);
        state = opened.Skip(1).Aggregate(state, (before, happened) => before.Apply(happened, Given.Start));
        foreach (var step in walk.Steps)
        {
            state = Stored(step.At, step.Events).Aggregate(state, (before, happened) => before.Apply(happened, step.At));
            Json(state).ShouldBe(Json(step.After));
        }
    });

    [Fact]
    public void A_stored_snapshot_is_read_as_it_was_written_and_goes_on_as_if_it_had_never_been_away() => Walks.All(500, walk =>
    {
        foreach (var step in walk.Steps)
        {
            var read = IncidentJson.ReadSnapshot(IncidentJson.Write(step.Before));
            Json(read).ShouldBe(Json(step.Before));
            var decision = IncidentWorkflow.Handle(read, step.Input, walk.Rules, step.At);
            decision.GetType().ShouldBe(step.Decision.GetType());
            if (decision is Decision.Accepted accepted)
                Json(accepted.State).ShouldBe(Json(step.After));
        }
    });

    [Fact]
    public void The_state_of_a_decision_is_what_its_events_make_of_the_state_before() => Walks.All(walk =>
    {
        foreach (var step in walk.Steps)
        {
            var applied = step.Events.Aggregate(step.Before, (before, happened) => before.Apply(happened, step.At));
            Json(applied).ShouldBe(Json(step.After));
        }
    });

    private static ImmutableList<IncidentEvent> Stored(DateTimeOffset at, IEnumerable<IncidentEvent> events) =>
        IncidentJson.ReadEntry(IncidentJson.Write(new JournalEntry(at, "test", "walk", [.. events]))).Events;

    private static string Json(Incident state) => Encoding.UTF8.GetString(IncidentJson.Write(state));
}
