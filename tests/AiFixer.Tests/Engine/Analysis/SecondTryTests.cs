using System.Text.RegularExpressions;
using AiFixer.Engine.Analysis;

namespace AiFixer.Tests.Engine.Analysis;

/// <summary>A pattern that ran out of time once met a busy machine; twice, a text that nobody can read.</summary>
public sealed class SecondTryTests
{
    [Fact]
    public void What_took_too_long_once_is_read_again()
    {
        var tries = 0;

        SecondTry.Of(() => ++tries == 1 ? throw new RegexMatchTimeoutException() : "read").ShouldBe("read");
    }

    [Fact]
    public void What_takes_too_long_again_is_given_up()
    {
        var tries = 0;

        Should.Throw<RegexMatchTimeoutException>(() => SecondTry.Of<string>(() => throw new RegexMatchTimeoutException($"{++tries}")));
        tries.ShouldBe(2);
    }
}
