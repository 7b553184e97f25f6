using System.Collections.Concurrent;
using AiFixer.Lark.Events;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Gateway.Lark;

public sealed class ClickLoadTests
{
    private const int Clicks = 2_000;

    /// <summary>
    /// Everybody wakes up at once: each click is answered, and none is lost on the way to whoever acts on it. How soon is for
    /// <c>bench/run --only clicks</c> to say.
    /// </summary>
    [Fact]
    public async Task Two_thousand_clicks_at_once_pass_the_webhook()
    {
        await using var gateway = await LarkGateway.StartAsync();
        var (room, alice) = (gateway.Lark.Room, gateway.Lark.Room.People.First(one => one.Name == "Alice"));
        var message = room.Write(room.Chats[0], alice, "card");
        gateway.Events.OnClick = (click, _) => Task.FromResult(new ClickAnswer(ToastKind.Success, click.EventId));
        var outcomes = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, Clicks), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = LarkBench.Stop }, async (i, stop) =>
        {
            var outcome = await room.ClickAsync(message.Id, alice, new() { ["op"] = "approve", ["n"] = i }, null, "", stop);
            outcomes.Add($"{outcome.Code} {outcome.Text}");
        });

        outcomes.Distinct().Count().ShouldBe(Clicks);
        outcomes.ShouldAllBe(one => one.StartsWith("0 "));
        gateway.Events.Clicks.Count.ShouldBe(Clicks);
    }
}
