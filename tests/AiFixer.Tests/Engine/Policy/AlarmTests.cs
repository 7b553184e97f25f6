using System.Diagnostics.Metrics;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Engine.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Policy;

/// <summary>A grant that opened nothing is counted and said.</summary>
public sealed class AlarmTests
{
    [Fact]
    public void A_refused_grant_is_counted_by_its_fault_and_logged_as_a_warning()
    {
        var story = Stories.Granted();
        var before = story.State;
        story.Rules = story.Rules with { GrantKeys = new([new("test", [.. Enumerable.Repeat((byte)8, GrantKey.ShortestSecret)])]) };
        story.Starts();
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "aifixer.grants.refused")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Add($"{value} {tags[0].Value}"));
        listener.Start();
        var log = new HeardLog<PolicyWatch>();

        new PolicyWatch(log).Look(before, story.Last, story.Now);

        counted.ShouldContain("1 forged");
        log.Said.ShouldHaveSingleItem().ShouldStartWith("Warning");
        log.Said[0].ShouldContain($"{Given.Id}/g1");
    }
}
