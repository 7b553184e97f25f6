using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Tests.Core.Playbooks;

public sealed class GlobTests
{
    [Theory]
    [InlineData("run_*", "run_weekly", true)]
    [InlineData("run_*", "RUN_", true)]
    [InlineData("*scheduler*", "the-scheduler-job", true)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("run", "run_weekly", false)]
    [InlineData("*", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a.c", "abc", false)]
    public void A_star_stands_for_any_letters(string pattern, string text, bool fits) => Glob.Fits(pattern, text).ShouldBe(fits);
}
