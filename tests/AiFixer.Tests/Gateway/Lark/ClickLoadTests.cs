using System.Diagnostics;
using AiFixer.Lark.Events;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Gateway.Lark;

public sealed class ClickLoadTests
{
    private const int Clicks = 2_000;

    /// <summary>Everybody wakes up at once: each click is answered, and none is lost on the way to whoever acts on it.</summary>
    [Fact]
    public async Task Two_thousand_clicks_in_ten_seconds_pass_the_webhook()
    {
        await using var gateway = await LarkGateway.StartAsync();
        var (room, alice) = (gateway.Lark.Room, gateway.Lark.Room.People.First(one => one.Name == "Alice"));
        var message = room.Write(room.Chats[0], alice, "card");
        gateway.Events.OnClick = (click, _) => Task.FromResult(new ClickAnswer(ToastKind.Success, click.EventId));
        var started = Stopwatch.GetTimestamp();

        var outcomes = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Clicks), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = LarkBench.Stop }, async (i, stop) =>
        {
            var outcome = await room.ClickAsync(message.Id, alice, new() { ["op"] = "approve", ["n"] = i }, null, "", stop);
            outcomes.Add($"{outcome.Code} {outcome.Text}");
        });

        var took = Stopwatch.GetElapsedTime(started);
        outcomes.Distinct().Count().ShouldBe(Clicks);
        outcomes.ShouldAllBe(one => one.StartsWith("0 "));
        gateway.Events.Clicks.Count.ShouldBe(Clicks);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Clicks} clicks in {took.TotalSeconds:0.0} s");
        // An order of magnitude of room for a busy machine: it is a second or so.
        took.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
