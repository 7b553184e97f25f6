using AiFixer.Core.Analysis.Causes;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>What has grown until a hard limit.</summary>
public sealed class LimitReachedTests
{
    [Theory]
    [InlineData("""nextval: reached maximum value of sequence "orders_id_seq" (2147483647)""")]
    [InlineData("no more free addresses in subnet-7")]
    [InlineData("this action would add 10 shards, but this cluster has 1000 of 1000")]
    public void A_limit_that_names_itself_is_no_change_s_fault(string line)
    {
        var cause = Of(line).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.ResourceExhaustion);
        cause.Culprit.ShouldBe("none");
        cause.Says.ShouldContain(line[..20]);
    }

    [Theory]
    [InlineData("rate limit of 100 requests a second: slow down")]
    [InlineData("limit must be below the maximum")]
    public void Other_limits_are_other_stories(string line) => Of(line).ShouldBeNull();

    [Fact]
    public void What_was_always_written_tells_nothing_new() =>
        LimitReached.In((Seen.Scene() with { Lines = [.. Seen.Lines(0, Seen.Minutes, "no more free addresses in subnet-7", "warn")] }).Picture()).ShouldBeNull();

    private static Cause? Of(string line) => LimitReached.In((Seen.Scene() with { Lines = [.. Seen.Lines(Seen.Began, Seen.Minutes, line)] }).Picture());
}
