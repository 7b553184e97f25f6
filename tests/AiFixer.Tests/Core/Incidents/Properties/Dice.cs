namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>Choices that follow from one number, so that a walk can be made again from its numbers.</summary>
internal sealed class Dice(int seed)
{
    private ulong state = (ulong)(uint)seed;

    /// <summary>0 to <paramref name="sides"/> - 1, by SplitMix64: neighbouring numbers must not roll alike.</summary>
    public int Roll(int sides)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
    }

    public bool Odds(int percent) => Roll(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> of) => of[Roll(of.Length)];

    public T Any<T>()
        where T : struct, Enum => Pick<T>(Enum.GetValues<T>());
}
