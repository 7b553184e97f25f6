using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Replays;
using AiFixer.Engine.Running;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Replays;

public sealed class RememberedReplaysTests
{
    private static readonly byte[] OfAnotherVersion = "{\"of\":\"another version\"}"u8.ToArray();

    private readonly Story story = Stories.Granted();
    private readonly MemorySnapshots snapshots = new();
    private readonly EntryJournal journal;

    public RememberedReplaysTests() => journal = new(story);

    public static TheoryData<string> Troubles => ["lost", "of an earlier entry", "of another history", "changed", "unreadable"];

    [Fact]
    public async Task All_entries_are_read_once_for_a_version()
    {
        Json(await ReadAsync(OfAnotherVersion)).ShouldBe(Json(story.State));
        Json(await ReadAsync(OfAnotherVersion)).ShouldBe(Json(story.State));

        journal.Reads.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task What_was_remembered_is_taken_only_when_it_is_the_state_after_the_last_entry(string trouble)
    {
        await ReadAsync(OfAnotherVersion);
        snapshots.Kept = Spoil(snapshots.Kept!, trouble);

        Json(await ReadAsync(OfAnotherVersion)).ShouldBe(Json(story.State));

        journal.Reads.ShouldBe(2);
        Json(await ReadAsync(OfAnotherVersion)).ShouldBe(Json(story.State));
        journal.Reads.ShouldBe(2, "it is remembered anew");
    }

    [Fact]
    public async Task A_state_that_can_be_read_needs_nothing_else()
    {
        Json(await ReadAsync(IncidentJson.Write(story.State))).ShouldBe(Json(story.State));

        (journal.Reads, snapshots.Kept).ShouldBe((0, null));
    }

    [Fact]
    public async Task One_that_was_just_opened_is_not_worth_remembering()
    {
        var opened = Story.Open();
        var replays = new RememberedReplays(new EntryJournal(opened), snapshots);

        Json(await replays.ReadAsync(Stored(opened, []), CancellationToken.None)).ShouldBe(Json(opened.State));

        snapshots.Kept.ShouldBeNull();
    }

    private static StateSnapshot? Spoil(StateSnapshot kept, string trouble) => trouble switch
    {
        "lost" => null,
        "of an earlier entry" => kept with { Version = kept.Version - 1 },
        "of another history" => kept with { Digest = "another" },
        "changed" => kept with { State = [.. kept.State[..^1], (byte)' '] },
        _ => kept with { State = OfAnotherVersion, Seal = EntryDigest.Of(kept.Digest, Given.Id, kept.Version, OfAnotherVersion) },
    };

    private static StoredIncident Stored(Story of, byte[] snapshot) =>
        new(Given.Id, of.Entries.Count, "digest", snapshot, Projection.Of(of.State), 0, of.Now);

    private static string Json(Incident state) => Encoding.UTF8.GetString(IncidentJson.Write(state));

    private Task<Incident> ReadAsync(byte[] inTheRow) =>
        new RememberedReplays(journal, snapshots).ReadAsync(Stored(story, inTheRow), CancellationToken.None);
}
