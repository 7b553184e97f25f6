using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class StoredStateTests
{
    private readonly Story story = Story.Open().Triaged();

    [Fact]
    public void One_that_was_just_opened_has_no_snapshot_and_is_made_of_its_entry()
    {
        var opened = Story.Open();

        Json(StoredState.Read(Stored(opened.State, 1, snapshot: []), Entries(opened))).ShouldBe(Json(opened.State));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"of\":\"another version\"}")]
    public void A_snapshot_that_cannot_be_read_is_made_anew(string snapshot) =>
        Json(StoredState.Read(Stored(story.State, 2, Encoding.UTF8.GetBytes(snapshot)), Entries(story))).ShouldBe(Json(story.State));

    [Fact]
    public void What_was_written_after_the_row_was_read_is_not_part_of_it()
    {
        var before = Story.Open().State;

        var read = StoredState.Read(Stored(before, 1, snapshot: []), Entries(story));

        Json(read).ShouldBe(Json(before));
    }

    [Fact]
    public void A_snapshot_that_can_be_read_needs_no_entries() =>
        Json(StoredState.Read(Stored(story.State, 2, IncidentJson.Write(story.State)), [])).ShouldBe(Json(story.State));

    private static StoredIncident Stored(Incident state, long version, byte[] snapshot) =>
        new(state.Id, version, "", snapshot, Projection.Of(state), 0, state.UpdatedAt);

    private static List<StoredEntry> Entries(Story of) =>
        [.. of.Entries.Select((entry, i) => new StoredEntry(Given.Id, i + 1, IncidentJson.Write(entry), ""))];

    private static string Json(Incident state) => Encoding.UTF8.GetString(IncidentJson.Write(state));
}
