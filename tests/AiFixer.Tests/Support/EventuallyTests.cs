using AiFixer.TestSupport;

namespace AiFixer.Tests.Support;

public sealed class EventuallyTests
{
    [Fact]
    public async Task It_asks_until_the_answer_is_there()
    {
        var asked = 0;

        await Eventually.TrueAsync(() => ++asked == 3, "asked three times", cancellation: TestContext.Current.CancellationToken);

        asked.ShouldBe(3);
    }

    [Fact]
    public async Task It_gives_up_at_its_limit_and_says_why()
    {
        var failure = await Should.ThrowAsync<TimeoutException>(() => Eventually.TrueAsync(
            () => Task.FromException<bool>(new InvalidOperationException("the cause")),
            "the impossible",
            TimeSpan.FromMilliseconds(50),
            TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("the impossible");
        failure.InnerException!.Message.ShouldBe("the cause");
    }
}
