namespace AiFixer.Simulation.Runs;

/// <summary>Seeds that found something once, played every time: what was wrong then, by the first of them.</summary>
internal static class KeptSeeds
{
    public static IReadOnlyList<int> All { get; } =
    [
        // A grant ran out between the start that was written under it and the call.
        1119,

        // A process lost its lease, another looked up what it was about to send, and the first had the lease again under the same name.
        336,

        // A call that was looked up while it was on its way was told not to have happened, and then did.
        737,
        1122,

        // The same, by a process whose clock was ahead of the one that counted how long it may be on its way.
        207293,

        // A sender's answer was lost to a stray activation, and everybody waited for ever for it to be told: the sender lived.
        7251,
        8369,
    ];
}
