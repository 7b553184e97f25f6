using AiFixer.Lark.Room;
using AiFixer.Lark.Talk;
using AiFixer.Storage;
using AiFixer.Tests.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>Work that takes long is nobody else's meanwhile; what was lost is broken off.</summary>
public sealed class HoldingTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Work_that_takes_longer_than_it_is_held_keeps_what_it_holds()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var (inbox, time) = ((await database.OpenAsync()).Inbox, new ManualTime());
        var received = (await inbox.HoldAsync(RoomKeys.Channel, "a", "{}"u8.ToArray(), "one", TimeSpan.Zero, None))!;
        var done = new TaskCompletionSource<string?>();

        var working = new Holding(inbox, received, time).DoAsync(_ => done.Task, None);
        await Eventually.TrueAsync(
            async () =>
            {
                time.Advance(Holding.Length / 4);
                return await database.CountAsync("select count(*) from received_messages where due > received_at + 100000000") == 1;
            },
            "it is kept",
            cancellation: None);

        (await inbox.TakeAsync(RoomKeys.Channel, "two", Holding.Length, 1, None)).ShouldBeEmpty();
        done.SetResult("later");
        (await working).ShouldBe((false, "later"));
    }

    [Fact]
    public async Task Whoever_lost_what_they_held_stops_working_on_it()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var (inbox, time) = ((await database.OpenAsync()).Inbox, new ManualTime());
        var received = (await inbox.HoldAsync(RoomKeys.Channel, "a", "{}"u8.ToArray(), "one", TimeSpan.Zero, None))!;
        (await inbox.TakeAsync(RoomKeys.Channel, "two", Holding.Length, 1, None)).ShouldHaveSingleItem();

        var working = new Holding(inbox, received, time).DoAsync(
            async held =>
            {
                var broken = new TaskCompletionSource<string?>();
                await using var registration = held.Register(() => broken.SetCanceled(held));
                return await broken.Task;
            },
            None);
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(Holding.Length / 4);
                return working.IsCompleted;
            },
            "the work is broken off",
            cancellation: None);

        (await working).ShouldBe((true, null));
    }
}
