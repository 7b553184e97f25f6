namespace AiFixer.Simulation.Kernel;

/// <summary>The one source of chance of a run: the same seed, the same run.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => random.Next(end);

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => random.Next(first, last + 1);

    public bool Percent(double percent) => random.NextDouble() * 100 < percent;

    public T Of<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public TimeSpan Milliseconds(int first, int last) => TimeSpan.FromMilliseconds(Between(first, last));

    public TimeSpan Seconds(int first, int last) => TimeSpan.FromMilliseconds(Between(first * 1000, last * 1000));
}
