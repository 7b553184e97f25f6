using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Room;

/// <summary>On the message that an alert was there is one sign of ours, whatever happens on the way.</summary>
public sealed class SignTests(SharedPostgres postgres)
{
    public static TheoryData<string, int> Moments { get; } = new MatrixTheoryData<string, int>([nameof(Fault.Lost), nameof(Fault.Down)], [0, 1, 2, 3]);

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task No_sign_stays_behind_whatever_call_is_lost(string fault, int before)
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        var story = Story.Open(alert: new ChatAlert("oc_alerts", "om_alert").On(Given.Alert()));
        await room.TellAsync(story);
        for (var i = 0; i < before; i++)
            room.Lark.Faults.Enqueue(Fault.None);
        room.Lark.Faults.Enqueue(Enum.Parse<Fault>(fault));

        await room.TellAsync(story.Hears(new PersonInput.Ignore(Given.Operator, "known")));
        room.Restart();
        await room.PassAsync();
        await room.PassAsync();

        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Rejected]);
    }

    [Fact]
    public async Task A_sign_that_is_put_after_another_process_put_a_newer_one_does_not_stay()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        var story = Story.Open(alert: new ChatAlert("oc_alerts", "om_alert").On(Given.Alert()));
        room.Lark.During = async calls =>
        {
            if (calls > 0)
                return;
            room.Lark.During = _ => Task.CompletedTask;
            await room.ExecuteAsync("update message_turns set expires_at = 0");
            await room.WriteAsync(story.Hears(new PersonInput.Ignore(Given.Operator, "known")));
            while (await room.NewKeeper("two").LookAsync(CancellationToken.None))
            {
            }
        };

        await room.TellAsync(story);
        await room.ExecuteAsync("update message_turns set expires_at = 0");
        await room.PassAsync();

        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Rejected]);
    }

    [Fact]
    public async Task A_process_that_died_after_putting_a_sign_and_before_writing_it_down_leaves_no_second_one()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        var story = Story.Open(alert: new ChatAlert("oc_alerts", "om_alert").On(Given.Alert()));
        await room.TellAsync(story);
        await room.ExecuteAsync("update posted_messages set shown = '', message_id = '' where part = 'reaction'");

        room.Restart();
        await room.TellAsync(story.Hears(new PersonInput.Ignore(Given.Operator, "known")));

        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Rejected]);
    }
}
