using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Room;

/// <summary>The store goes away at any of the calls that it takes to say something, before it did it or after: in the end the room shows what is so.</summary>
public sealed class StoreAwayTests(SharedPostgres postgres)
{
    private const int MostCalls = 100;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whenever_the_store_goes_away_everything_is_said_once_and_is_true_in_the_end(bool isAfter)
    {
        var call = 0;
        while (await SaysAsync(call, isAfter))
            (++call).ShouldBeLessThan(MostCalls);

        call.ShouldBeGreaterThan(10);
    }

    /// <returns>Whether it came to the call at which the store was to be away.</returns>
    private async Task<bool> SaysAsync(int call, bool isAfter)
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        var story = Story.Open(alert: new ChatAlert("oc_alerts", "om_alert").On(Given.Alert(severity: AiFixer.Core.Severity.P0)));
        room.Posted.Fail(call, isAfter);
        foreach (var step in new Action[] { () => story.Triaged().Diagnosed(), () => story.Approved().Proposed(Given.Planned()), () => story.Hears(new PersonInput.Reject(Given.Approver, "proposal/1", "no")) })
        {
            step();
            await room.WriteAsync(story);
            await LookAsync(room);
        }

        var hasFailed = room.Posted.HasFailed;
        room.Posted.Work();
        room.Restart();
        await room.PassAsync();
        await room.PassAsync();

        await room.ShouldShowAsync(story);
        room.Lark.Messages.Count.ShouldBe(4, $"call {call}");
        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Rejected], $"call {call}");
        return hasFailed;
    }

    private static async Task LookAsync(RoomUnderTest room)
    {
        try
        {
            await room.LookAsync();
        }
        catch (JournalUnavailableException)
        {
            // As the service does: it looks again.
            await room.Keeper.LookAsync(None);
        }
    }
}
