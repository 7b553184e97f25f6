using AiFixer.TestSupport;

namespace AiFixer.Tests.Support;

public sealed class ProcessorTests
{
    [Fact]
    public async Task What_never_ends_is_given_up_when_it_has_used_what_it_may()
    {
        var given = false;

        await Should.ThrowAsync<TimeoutException>(() => Processor.UsedByAsync(
            () =>
            {
                while (!Volatile.Read(ref given))
                    Thread.SpinWait(1000);
            },
            TimeSpan.FromMilliseconds(100)));

        Volatile.Write(ref given, true);
    }

    [Fact]
    public async Task Waiting_uses_nothing()
    {
        using var never = new ManualResetEventSlim();

        (await Processor.UsedByAsync(() => never.Wait(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(1))).ShouldBeLessThan(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task What_fails_says_why() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => Processor.UsedByAsync(() => throw new InvalidOperationException("no way"), TimeSpan.FromSeconds(1)))).Message.ShouldBe("no way");
}
