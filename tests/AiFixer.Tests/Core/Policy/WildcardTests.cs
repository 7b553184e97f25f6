using AiFixer.Core.Policy;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Policy;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("main/prod", "main/prod", true)]
    [InlineData("main/prod", "main/prod-2", false)]
    [InlineData("main/prod*", "main/prod-2", true)]
    [InlineData("*/payments", "spare/payments", true)]
    [InlineData("*/payments", "payments", false)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    [InlineData("a*b*c", "aXbYbZc", true)]
    [InlineData("a*b*c", "aXbYbZ", false)]
    [InlineData("Main/PROD", "main/prod", true)]
    [InlineData("a**", "a", true)]
    [InlineData("a?", "ab", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("*scheduler*", "the-scheduler-job", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    public void A_star_stands_for_anything_and_nothing_else_does(string pattern, string text, bool matches) =>
        Wildcard.Matches(pattern, text).ShouldBe(matches);

    [Fact]
    public void No_pattern_takes_long() =>
        Wildcard.Matches(string.Concat(Enumerable.Repeat("a*", 500)) + "b", new string('a', 5_000)).ShouldBeFalse();
}
