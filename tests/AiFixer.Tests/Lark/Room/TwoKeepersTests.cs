using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Room;

/// <summary>A keeper stands still during any of its calls for longer than its turn, another does its work, and the first goes on.</summary>
public sealed class TwoKeepersTests(SharedPostgres postgres)
{
    private const int MostCalls = 50;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Whenever_a_second_keeper_takes_over_everything_is_said_once_and_is_true_in_the_end()
    {
        var call = 0;
        while (await SaysAsync(call))
            (++call).ShouldBeLessThan(MostCalls);

        call.ShouldBeGreaterThan(3);
    }

    /// <returns>Whether it came to the call during which the other took over.</returns>
    private async Task<bool> SaysAsync(int call)
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        var story = Story.Open(alert: new ChatAlert("oc_alerts", "om_alert").On(Given.Alert())).Triaged().Diagnosed();
        var hasHappened = false;
        room.Lark.During = async before =>
        {
            if (before != call || hasHappened)
                return;
            hasHappened = true;
            await room.ExecuteAsync("update message_turns set expires_at = 0");
            await room.WriteAsync(story.Hears(new PersonInput.Reject(Given.Approver, "diagnosis/1", "no")));
            while (await room.NewKeeper("two").LookAsync(None))
            {
            }
        };

        await room.TellAsync(story);
        if (!hasHappened)
            await room.TellAsync(story.Hears(new PersonInput.Reject(Given.Approver, "diagnosis/1", "no")));
        await room.ExecuteAsync("update message_turns set expires_at = 0");
        await room.PassAsync();
        await room.PassAsync();

        await room.ShouldShowAsync(story);
        room.Lark.Messages.Count.ShouldBe(2, $"call {call}");
        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Rejected], $"call {call}");
        return hasHappened;
    }
}
