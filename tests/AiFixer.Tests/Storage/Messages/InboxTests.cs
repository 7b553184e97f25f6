using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Messages;

/// <summary>What arrived is worked on by one at a time, and by another when that one died.</summary>
public sealed class InboxTests(SharedPostgres postgres)
{
    private const string Channel = "lark";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_is_delivered_again_is_taken_in_once(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var inbox = (await database.OpenAsync()).Inbox;

        (await inbox.AddAsync(Channel, "a", Body, None)).ShouldBeTrue();
        (await inbox.AddAsync(Channel, "a", Body, None)).ShouldBeFalse();
        (await inbox.HoldAsync(Channel, "a", Body, "one", Long, None)).ShouldBeNull();
        (await inbox.HoldAsync(Channel, "b", Body, "one", Long, None)).ShouldBe(new("b", Body, 0, "", "one"));
        (await inbox.HoldAsync(Channel, "b", Body, "two", Long, None)).ShouldBeNull();
        (await inbox.AddAsync("other", "a", Body, None)).ShouldBeTrue();
    }

    [Theory]
    [Stores]
    public async Task Of_many_at_once_each_thing_is_taken_by_one(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var inbox = (await database.OpenAsync()).Inbox;
        for (var i = 0; i < 40; i++)
            await inbox.AddAsync(Channel, $"message {i}", Body, None);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(holder => Task.Run(() => TakeAllAsync(inbox, $"holder {holder}"))));

        var all = taken.SelectMany(some => some).Select(one => one.Id).ToList();
        all.Distinct().Count().ShouldBe(all.Count);
        all.Count.ShouldBe(40);
    }

    [Theory]
    [Stores]
    public async Task Whoever_lost_what_they_held_changes_nothing_of_it(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var inbox = (await database.OpenAsync()).Inbox;
        var first = (await inbox.HoldAsync(Channel, "a", Body, "one", TimeSpan.Zero, None))!;
        await inbox.NoteAsync(Channel, first, "begun", None);
        var second = (await inbox.TakeAsync(Channel, "two", Long, 1, None)).ShouldHaveSingleItem();

        second.Note.ShouldBe("begun");
        (await inbox.NoteAsync(Channel, first, "late", None)).ShouldBeFalse();
        (await inbox.LaterAsync(Channel, first, TimeSpan.Zero, None)).ShouldBeFalse();
        (await inbox.KeepAsync(Channel, first, Long, None)).ShouldBeFalse();
        (await inbox.DoneAsync(Channel, first, None)).ShouldBeFalse();
        (await inbox.KeepAsync(Channel, second, Long, None)).ShouldBeTrue();
        (await inbox.DoneAsync(Channel, second, None)).ShouldBeTrue();
        (await inbox.DoneAsync(Channel, second, None)).ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task What_somebody_holds_nobody_else_gets_until_their_time_is_over(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var inbox = (await database.OpenAsync()).Inbox;
        var held = (await inbox.HoldAsync(Channel, "a", Body, "one", Long, None))!;

        (await inbox.TakeAsync(Channel, "two", Long, 9, None)).ShouldBeEmpty();
        await inbox.KeepAsync(Channel, held, TimeSpan.Zero, None);
        (await inbox.TakeAsync(Channel, "two", Long, 9, None)).ShouldHaveSingleItem().Holder.ShouldBe("two");
    }

    private static byte[] Body { get; } = "{}"u8.ToArray();

    private static async Task<IReadOnlyList<ReceivedMessage>> TakeAllAsync(IInbox inbox, string holder)
    {
        var all = new List<ReceivedMessage>();
        while (await inbox.TakeAsync(Channel, holder, Long, 1, None) is [var one])
            all.Add(one);
        return all;
    }
}
