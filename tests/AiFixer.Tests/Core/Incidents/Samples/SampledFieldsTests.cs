using System.Text.Json;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Core.Incidents.Samples;

/// <summary>
/// A field that no sample has can be renamed, and what releases wrote into it is lost without a word. Whoever adds one adds a
/// sample of its event to the folder of the next release.
/// </summary>
public sealed class SampledFieldsTests
{
    public static TheoryData<string> Events => [.. SampleFiles.Catalogue.Keys];

    [Theory, MemberData(nameof(Events))]
    public void Every_field_of_an_event_is_in_a_sample(string name)
    {
        var samples = SampleFiles.Events.Where(sample => sample.Name == name)
            .Select(sample => Parse(SampleFiles.ReadEvent(sample.Release, name)).GetProperty("events")[0]).ToList();

        UnsampledFields.Of(SampleFiles.Catalogue[name], samples, name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_of_a_snapshot_is_in_a_sample() =>
        UnsampledFields.Of(typeof(Incident), [.. SampleFiles.Releases.Select(release => Parse(SampleFiles.Read(release, SampleFiles.Snapshot)))], "snapshot").ShouldBeEmpty();

    [Fact]
    public void A_field_without_a_sample_is_found_wherever_it_is()
    {
        var sample = Parse("""{"card":{"id":"proposal/1","approvedBy":[{"id":"u3","name":"Anna"}],"by":null},"task":{"id":"t1"}}"""u8.ToArray());

        var missing = UnsampledFields.Of(SampleFiles.Catalogue["proposal-approval-requested/1"], [sample], "$").ToList();

        missing.ShouldContain("$.card.approvedBy[].role");
        missing.ShouldContain("$.card.by");
        missing.ShouldContain("$.task.span");
        missing.ShouldNotContain("$.card.approvedBy[].name");
        missing.ShouldNotContain("$.task.isWait");
    }

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
