using AiFixer.Core.Analysis.Causes;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Clocks that run off.</summary>
public sealed class WrongClockTests
{
    [Fact]
    public void An_offset_that_grows_beside_tokens_of_the_future_is_a_wrong_clock()
    {
        var cause = Of(offset: 240, "token used before issued").ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.Infrastructure, "none"));
        cause.Strength.ShouldBeGreaterThan(Of(offset: 240, "request failed").ShouldNotBeNull().Strength);
    }

    [Fact]
    public void Refused_tokens_alone_may_have_other_reasons() => Of(offset: 0.02, "token used before issued").ShouldBeNull();

    [Fact]
    public void A_clock_that_is_right_is_not_blamed() => Of(offset: 0.0205, "request failed").ShouldBeNull();

    private static Cause? Of(double offset, string line) => WrongClock.In((Seen.Scene() with
    {
        Lines = [.. Seen.Lines(Seen.Began, Seen.Minutes, line)],
        Metrics = [Seen.Metric("node_timex_offset_seconds", 0.02, offset)],
    }).Picture());
}
