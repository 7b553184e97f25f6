namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>Choices that follow from one number, so that a walk can be made again from its numbers.</summary>
internal sealed class Dice(int seed)
{
    private uint state = unchecked((uint)seed * 2654435761u) | 1u;

    /// <summary>0 to <paramref name="sides"/> - 1.</summary>
    public int Roll(int sides)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)sides);
    }

    public bool Odds(int percent) => Roll(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> of) => of[Roll(of.Length)];

    public T Any<T>()
        where T : struct, Enum => Pick<T>(Enum.GetValues<T>());
}
