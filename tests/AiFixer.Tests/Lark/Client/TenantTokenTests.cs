using AiFixer.Lark.Client;
using AiFixer.Playground.Lark;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Lark.Client;

public sealed class TenantTokenTests
{
    [Fact]
    public async Task One_token_serves_many_calls_at_once()
    {
        await using var bench = await LarkBench.StartAsync(new() { Limits = LarkLimits.None });

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bench.SendAsync($"{i}", $"once-{i}")));

        bench.Lark.TokensMade.ShouldBe(1);
        bench.Lark.Room.Messages.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        await using var bench = await LarkBench.StartAsync();
        await bench.SendAsync("first", "once-1");

        bench.Time.Advance(TimeSpan.FromMinutes(118));
        await bench.SendAsync("second", "once-2");

        bench.Lark.TokensMade.ShouldBe(2);
    }

    /// <summary>A token that is kept for ever stops everything after two hours.</summary>
    [Fact]
    public async Task A_token_is_not_kept_for_ever()
    {
        await using var bench = await LarkBench.StartAsync();

        for (var hours = 0; hours < 12; hours++)
        {
            await bench.SendAsync($"{hours}", $"once-{hours}");
            bench.Time.Advance(TimeSpan.FromHours(1));
        }

        bench.Lark.Room.Messages.Count.ShouldBe(12);
        bench.Lark.TokensMade.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_token_that_the_platform_no_longer_wants_is_replaced_and_the_call_made_again()
    {
        await using var bench = await LarkBench.StartAsync();
        await bench.SendAsync("first", "once-1");
        bench.Lark.ExpireTokens();

        var sent = await bench.SendAsync("second", "once-2");

        bench.Lark.Room.Message(sent.Id).ShouldNotBeNull().Text.ShouldBe("second");
        bench.Lark.TokensMade.ShouldBe(2);
    }

    [Fact]
    public async Task A_reaction_is_made_once_when_the_token_ends_in_the_middle()
    {
        await using var bench = await LarkBench.StartAsync();
        var sent = await bench.SendAsync();
        bench.Lark.Faults.Add(LarkFault.TokenExpired);

        LarkBench.Done(await bench.Client.ReactAsync(sent.Id, "DONE", LarkBench.Stop)).Id.ShouldNotBeNull();

        bench.Lark.Room.Message(sent.Id)!.Reactions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_token_that_is_refused_again_and_again_is_an_error_and_no_loop()
    {
        await using var bench = await LarkBench.StartAsync();
        bench.Lark.Faults.Add(LarkFault.TokenExpired, 10);

        var result = await bench.Client.SendAsync(bench.ToGroup, LarkBody.Text("x"), "once", LarkBench.Stop);

        result.Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Unavailable);
        result.Error.Code.ShouldBe(99991663);
    }

    [Fact]
    public async Task A_wrong_secret_is_said_and_never_shown()
    {
        await using var bench = await LarkBench.StartAsync(change: options => options with { AppSecret = "not-the-secret" });

        var result = await bench.Client.SendAsync(bench.ToGroup, LarkBody.Text("x"), "once", LarkBench.Stop);

        var error = result.Error.ShouldNotBeNull();
        error.Kind.ShouldBe(LarkErrorKind.Refused);
        error.Code.ShouldBe(10015);
        error.Message.ShouldNotContain("not-the-secret");
        bench.Options.ToString().ShouldNotContain("not-the-secret");
    }
}
