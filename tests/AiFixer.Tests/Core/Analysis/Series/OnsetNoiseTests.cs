using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

public sealed class OnsetNoiseTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly int[] Sizes = [20, 45, 74, 150, 400, 1440];

    public static TheoryData<string> Kinds => [.. NoiseOf.Kinds];

    /// <summary>At most ten of a thousand, whatever the noise is like; thirty when neighbours are so alike that it drifts.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Noise_alone_is_no_change(string kind)
    {
        var alarms = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            var values = new NoiseOf((ulong)(i + 1) * 7919).Take(kind, Sizes[i % Sizes.Length]);
            if (Onset.Of(Series.Every(Start, TimeSpan.FromMinutes(1), values)) is { } found)
                alarms.Add($"{i} ({values.Length}): {found}");
        }

        alarms.Count.ShouldBeLessThanOrEqualTo(kind == "very alike" ? 30 : 10, string.Join('\n', alarms.Take(5)));
    }

    /// <summary>In a hundred of each size but the smallest, five may be missed and seven be dated wrong.</summary>
    [Theory]
    [InlineData("normal")]
    [InlineData("uniform")]
    [InlineData("laplace")]
    [InlineData("student")]
    [InlineData("lognormal")]
    [InlineData("rare counts")]
    [InlineData("rarer counts")]
    [InlineData("alike")]
    [InlineData("spiky")]
    [InlineData("rounded")]
    public void A_large_step_is_found_where_it_is(string kind)
    {
        var (missed, outside, wrong) = (0, 0, 0);
        for (var i = 0; i < 300; i++)
        {
            var noise = new NoiseOf((ulong)(i + 1) * 104729);
            var n = Sizes[1 + (i % (Sizes.Length - 1))];
            var at = (n / 2) + (i * 7 % (n / 4));
            var values = noise.Take(kind, n);
            for (var k = at; k < n; k++)
                values[k] += 12;
            var found = Onset.Of(Series.Every(Start, TimeSpan.FromMinutes(1), values));
            var truth = Start + TimeSpan.FromMinutes(at);
            missed += found is null ? 1 : 0;
            wrong += found is { Recovered: true } or { Rose: false } ? 1 : 0;
            outside += found is not null && (truth < found.Earliest || truth > found.Latest) ? 1 : 0;
        }

        var counts = $"{missed} missed, {outside} outside, {wrong} wrong";
        missed.ShouldBeLessThanOrEqualTo(15, counts);
        outside.ShouldBeLessThanOrEqualTo(20, counts);
        wrong.ShouldBeLessThanOrEqualTo(3, counts);
    }
}
