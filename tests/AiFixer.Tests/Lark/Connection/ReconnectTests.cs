using AiFixer.Lark.Connection;
using AiFixer.Playground.Lark;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Lark.Connection;

public sealed class ReconnectTests
{
    private static readonly ConnectionConfig Config = new(3, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120));

    [Theory]
    [InlineData(0, 0.5, 15)]
    [InlineData(0, 0.0, 0)]
    [InlineData(1, 0.5, 120)]
    [InlineData(2, 0.5, 120)]
    [InlineData(3, 0.5, 600)]
    public void First_at_random_then_by_the_interval_then_seldom(int pauses, double random, int seconds) =>
        ReconnectPause.Next(Config, pauses, isFatal: false, random).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Below_zero_is_for_ever() =>
        ReconnectPause.Next(Config with { ReconnectCount = -1 }, 1000, isFatal: false, 0.5).ShouldBe(TimeSpan.FromSeconds(120));

    [Fact]
    public void What_is_refused_for_good_is_asked_seldom() =>
        ReconnectPause.Next(Config, 0, isFatal: true, 0.5).ShouldBe(ReconnectPause.Seldom);

    [Fact]
    public void What_the_platform_says_is_taken_within_reason()
    {
        var said = AiFixer.Lark.LarkJson.Object("""{"ReconnectCount":5,"ReconnectInterval":0,"ReconnectNonce":999999,"PingInterval":"60"}""");

        Config.With(said).ShouldBe(new(5, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), TimeSpan.FromSeconds(60)));
        Config.With(null).ShouldBe(Config);
        Config.With(AiFixer.Lark.LarkJson.Object("""{"PingInterval":{},"ReconnectCount":"often"}""")).ShouldBe(Config);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_opened_again_with_a_new_ticket()
    {
        await using var bench = await ConnectionBench.StartAsync(new(ReconnectNonce: 0));
        await bench.StillWorksAsync("before");

        var first = bench.Lark.Hub.Open.Single();
        first.Cut();
        await ConnectionBench.UntilAsync(() => !bench.Lark.Hub.Open.Contains(first), "it is cut");
        await bench.OpenAsync(1);

        await bench.StillWorksAsync("after");
    }

    [Fact]
    public async Task A_platform_that_no_longer_answers_is_left()
    {
        await using var bench = await ConnectionBench.StartAsync(new(ReconnectNonce: 0, PingInterval: 10));
        var first = bench.Lark.Hub.Open.Single();
        await ConnectionBench.UntilAsync(() => first.Pings == 1, "the first ping came at once");
        first.IsDeaf = true;

        for (var i = 0; i < 3 && bench.Lark.Hub.Open.Contains(first); i++)
        {
            await bench.Time.TimersArmedAsync(1);
            bench.Time.Advance(TimeSpan.FromSeconds(10));
            await ConnectionBench.UntilAsync(() => first.Pings >= i + 2 || !bench.Lark.Hub.Open.Contains(first), "another ping or the end");
        }

        await ConnectionBench.UntilAsync(() => !bench.Lark.Hub.Open.Contains(first), "it was left");
        await bench.OpenAsync(1);
        await bench.StillWorksAsync();
    }

    [Fact]
    public async Task A_wrong_secret_is_said_and_asked_about_seldom()
    {
        await using var bench = await ConnectionBench.StartAsync(change: options => options with { AppSecret = "wrong" }, open: 0);

        await ConnectionBench.UntilAsync(() => bench.Ours[0].Problem?.Contains("1000040345", StringComparison.Ordinal) == true, "it is said");
        await bench.Time.TimersArmedAsync(1);

        (bench.Time.NextDue - bench.Time.GetUtcNow()).ShouldBe(ReconnectPause.Seldom);
    }

    [Fact]
    public async Task One_connection_too_many_leaves_the_others_alone()
    {
        await using var bench = await ConnectionBench.StartAsync(new() { Most = 1 }, count: 2, open: 1);

        await ConnectionBench.UntilAsync(() => bench.Ours.Any(one => one.Problem?.Contains("1000040350", StringComparison.Ordinal) == true), "the other is refused");

        await bench.StillWorksAsync();
    }
}
