using AiFixer.Engine.Running;

namespace AiFixer.Tests.Engine.Running;

public sealed class TurnstileTests
{
    [Fact]
    public async Task It_lets_through_as_many_as_there_is_room_for()
    {
        var turnstile = new Turnstile(2);

        await turnstile.WaitAsync(CancellationToken.None);
        await turnstile.WaitAsync(CancellationToken.None);

        turnstile.WaitAsync(CancellationToken.None).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Those_who_wait_go_on_in_order()
    {
        var turnstile = new Turnstile(0);
        var first = turnstile.WaitAsync(CancellationToken.None).AsTask();
        var second = turnstile.WaitAsync(CancellationToken.None).AsTask();

        turnstile.Release();
        await first;

        second.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_gives_up_does_not_use_up_a_turn()
    {
        var turnstile = new Turnstile(0);
        using var patience = new CancellationTokenSource();
        var impatient = turnstile.WaitAsync(patience.Token).AsTask();
        var patient = turnstile.WaitAsync(CancellationToken.None).AsTask();

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        turnstile.Release();

        await patient;
    }

    [Fact]
    public async Task A_turn_that_nobody_waits_for_is_kept()
    {
        var turnstile = new Turnstile(0);

        turnstile.Release();

        await turnstile.WaitAsync(CancellationToken.None);
    }
}
