using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>Since when a number is back where it was.</summary>
public sealed class CalmTests
{
    [Theory]
    [InlineData(new double[] { 1, 1, 9, 9, 9, 1, 1, 1, 1, 1 }, 5)]
    [InlineData(new double[] { 1, 1, 9, 8, 6, 4, 2, 1, 1, 1, 1, 1 }, 6)]
    [InlineData(new double[] { 1, 1, 9, 9, 9, 1, 1, 1, 1 }, null)]
    [InlineData(new double[] { 1, 1, 9, 1, 1, 9, 9, 1, 1, 1, 1 }, null)]
    [InlineData(new double[] { 1, 1, 9, 1, 1, 9, 9, 1, 1, 1, 1, 1 }, 7)]
    [InlineData(new double[] { 1, 1, 9, 9, 9, 9, 9, 9, 9, 9 }, null)]
    [InlineData(new double[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, null)]
    [InlineData(new double[] { 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1 }, null)]
    [InlineData(new double[] { 1, 1, 5, 6, 7, 8, 9, 10, 1, 1.4, 1.8, 2.2, 2.6, 3 }, null)]
    public void It_is_back_since_the_calm_that_is_longer_than_every_pause(double[] values, int? since) =>
        Calm.Since(values, 2, 1, 2).ShouldBe(since);
}
