using AiFixer.Core.Messages;
using AiFixer.Lark.Room;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Room;

/// <summary>A patch takes time, in which processes die and others patch.</summary>
public sealed class OvertakenPatchTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task While_a_patch_is_on_its_way_it_is_written_that_nobody_knows_what_is_shown()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        await room.TellAsync(Stories.AskedAboutDiagnosis());
        var shown = "not read";
        room.Lark.Meanwhile = async () => shown = (await PostedAsync(room, "diagnosis/1")).Shown;

        await room.TellAsync(Stories.AskedAboutProposal());

        shown.ShouldBe("", "a process that dies now leaves nothing behind that claims to be true");
        (await PostedAsync(room, "diagnosis/1")).Shown.ShouldNotBe("");
    }

    [Fact]
    public async Task A_patch_that_another_overtook_is_looked_at_again()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        await room.TellAsync(Stories.AskedAboutDiagnosis());
        var story = Stories.AskedAboutProposal();
        room.Lark.Meanwhile = async () =>
        {
            // Another process had the turn for a moment: it wrote down its own patch, and that there is no more to do.
            var there = await PostedAsync(room, "diagnosis/1");
            await room.Store.Posted.SaveAsync(RoomKeys.Channel, there with { Shown = "what the other patched" }, None);
            await room.Store.Posted.DoneAsync(RoomKeys.Channel, [(await room.WorkAsync())!], None);
        };

        await room.TellAsync(story);
        await room.PassAsync();

        await room.ShouldShowAsync(story);
        (await PostedAsync(room, "diagnosis/1")).Shown.ShouldNotBe("what the other patched");
    }

    private static async Task<PostedMessage> PostedAsync(RoomUnderTest room, string part) =>
        (await room.Store.Posted.ListAsync(RoomKeys.Channel, Given.Id, None)).Single(message => message.Part == part);
}
