using System.Text.RegularExpressions;
using AiFixer.Engine.Analysis;

namespace AiFixer.Tests.Engine.Analysis;

/// <summary>A pattern that ran out of time may have met a busy machine; again and again, it met a text that nobody can read.</summary>
public sealed class AnotherTryTests
{
    [Fact]
    public void What_took_too_long_twice_is_read_again()
    {
        var tries = 0;

        AnotherTry.Of(() => ++tries < 3 ? throw new RegexMatchTimeoutException() : "read", text => text).ShouldBe("read");
    }

    [Fact]
    public void What_takes_too_long_again_and_again_is_given_up()
    {
        var tries = 0;

        AnotherTry.Of<string>(() => throw new RegexMatchTimeoutException($"{++tries} {new string('a', 5000)}", "a", TimeSpan.Zero), text => $"no: {text}").ShouldStartWith("no: 3 aaa");
        tries.ShouldBe(3);
    }

    [Fact]
    public void What_fails_otherwise_is_nothing_to_try_again()
    {
        var tries = 0;

        Should.Throw<TimeoutException>(() => AnotherTry.Of<string>(() => throw new TimeoutException($"{++tries}"), text => text));
        tries.ShouldBe(1);
    }
}
