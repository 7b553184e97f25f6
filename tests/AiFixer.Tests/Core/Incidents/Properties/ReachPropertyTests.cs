using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Incidents.Samples;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>A property says little about what the walks never reach.</summary>
public sealed class ReachPropertyTests
{
    [Fact]
    public void The_walks_write_every_event_there_is()
    {
        var seen = new HashSet<Type>();
        Walks.All(walk => seen.UnionWith(walk.Events.Select(one => one.Event.GetType())));
        SampleFiles.Catalogue.Values.Except(seen).ShouldBeEmpty();
    }

    [Fact]
    public void The_walks_are_refused_for_every_reason_there_is()
    {
        var seen = new HashSet<RefusalCode>();
        Walks.All(walk => seen.UnionWith(walk.Steps.Select(step => step.Decision).OfType<Decision.Refused>().Select(refused => refused.Refusal.Code)));
        Enum.GetValues<RefusalCode>().Except(seen).ShouldBeEmpty();
    }

    [Fact]
    public void The_walks_end_in_every_way_there_is()
    {
        var seen = new HashSet<(IncidentStatus, ClosedBy)>();
        Walks.All(walk =>
        {
            if (walk.State.Closing is { } closing)
                seen.Add((walk.State.Status, closing.How));
        });
        seen.ShouldBe(
            [
                (IncidentStatus.Resolved, ClosedBy.Verification),
                (IncidentStatus.Resolved, ClosedBy.Sender),
                (IncidentStatus.Resolved, ClosedBy.Person),
                (IncidentStatus.Resolved, ClosedBy.Group),
                (IncidentStatus.Resolved, ClosedBy.Quiet),
                (IncidentStatus.Ignored, ClosedBy.Person),
            ],
            ignoreOrder: true);
    }
}
