namespace AiFixer.Simulation.Runs;

/// <summary>Seeds that found something once, played every time as they were then, with a chat or without: what was wrong, by the first of them.</summary>
internal static class KeptSeeds
{
    public static IReadOnlyList<(int Seed, bool HasChat)> All { get; } =
    [
        // A grant ran out between the start that was written under it and the call.
        (1119, false),

        // A process lost its lease, another looked up what it was about to send, and the first had the lease again under the same name.
        (336, false),

        // A call that was looked up while it was on its way was told not to have happened, and then did.
        (737, false),
        (1122, false),

        // The same, by a process whose clock was ahead of the one that counted how long it may be on its way.
        (207293, false),

        // A sender's answer was lost to a stray activation, and everybody waited for ever for it to be told: the sender lived.
        (7251, false),
        (8369, false),

        // The database's clock went back by an hour after a process died, and nobody could have its lease for that hour.
        (2028312, false),

        // It got critical between being refused a place and that being written, and was then held back all the same.
        (3055780, false),
    ];
}
