namespace AiFixer.Core.Analysis;

/// <summary>Numbers that look random and follow from one: the same on every machine and every day. SplitMix64.</summary>
internal struct Chances(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to one less than a count.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);
}
