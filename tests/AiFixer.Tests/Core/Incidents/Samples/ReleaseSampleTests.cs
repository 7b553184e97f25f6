using System.Text.Json;
using AiFixer.Core.Incidents;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Samples;

public sealed class ReleaseSampleTests
{
    public static TheoryData<string, string> Events => [.. SampleFiles.Events];

    public static TheoryData<string> Releases => [.. SampleFiles.Releases];

    [Theory, MemberData(nameof(Events))]
    public void Every_event_of_a_release_still_loads_and_loses_nothing(string release, string name)
    {
        var stored = SampleFiles.ReadEvent(release, name);

        var entry = IncidentJson.ReadEntry(stored);

        entry.Events.ShouldHaveSingleItem().ShouldBeOfType(SampleFiles.Catalogue[name]);
        Missing(stored, IncidentJson.Write(entry)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Releases))]
    public void A_snapshot_of_a_release_still_loads_and_loses_nothing(string release)
    {
        var stored = SampleFiles.Read(release, SampleFiles.Snapshot);

        Missing(stored, IncidentJson.Write(IncidentJson.ReadSnapshot(stored))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_there_is_has_a_sample() =>
        SampleFiles.Catalogue.Keys.Except(SampleFiles.Events.Select(sample => sample.Name)).ShouldBeEmpty();

    [Fact]
    public void No_event_that_was_ever_released_is_gone() =>
        SampleFiles.Events.Select(sample => sample.Name).Except(SampleFiles.Catalogue.Keys).ShouldBeEmpty();

    [Fact]
    public void Every_event_has_a_name_with_a_version_of_its_own()
    {
        SampleFiles.Catalogue.Keys.ShouldAllBe(name => System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-z-]+/[1-9][0-9]*$"));
        SampleFiles.Catalogue.Values.ShouldBeUnique();
    }

    [Fact]
    public void Every_event_in_the_code_is_in_the_catalogue() =>
        typeof(AiFixer.Core.Incidents.Events.IncidentEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(AiFixer.Core.Incidents.Events.IncidentEvent)))
            .Except(SampleFiles.Catalogue.Values).ShouldBeEmpty();

    [Fact]
    public void An_event_nobody_knows_is_not_read_as_something_else() => Should.Throw<JsonException>(() => IncidentJson.ReadEntry(
        """{"at":"2026-01-05T10:00:00+00:00","by":"aifixer","cause":"x","events":[{"type":"from-the-future/9"}]}"""u8.ToArray()));

    private static List<string> Missing(byte[] part, byte[] whole)
    {
        using var stored = JsonDocument.Parse(part);
        using var written = JsonDocument.Parse(whole);
        return [.. JsonPart.Missing(stored.RootElement, written.RootElement)];
    }
}
