namespace AiFixer.Plugins.Databases;

/// <summary>Who waits for whom.</summary>
internal sealed class LockGraph
{
    private readonly Dictionary<int, PgSession> byPid;
    private readonly ILookup<int, PgSession> waitersOf;

    public LockGraph(IReadOnlyList<PgSession> sessions)
    {
        byPid = sessions.ToDictionary(s => s.Pid);
        waitersOf = sessions
            .SelectMany(s => s.BlockedBy.Select(blocker => (blocker, s)))
            .ToLookup(pair => pair.blocker, pair => pair.s);
        Waiting = [.. sessions.Where(s => s.BlockedBy.Count > 0)];
        Cycles = FindCycles();
        Roots =
        [
            .. sessions.Where(s => s.BlockedBy.Count == 0 && waitersOf.Contains(s.Pid))
                .OrderByDescending(s => Behind(s.Pid).Count).ThenBy(s => s.TransactionStart ?? DateTime.MaxValue).ThenBy(s => s.Pid),
        ];
    }

    public IReadOnlyList<PgSession> Waiting { get; }

    /// <summary>Those who wait for nobody and are waited for; first the one that holds up most.</summary>
    public IReadOnlyList<PgSession> Roots { get; }

    /// <summary>Sessions that wait for each other: none of them can go on by itself.</summary>
    public IReadOnlyList<IReadOnlyList<PgSession>> Cycles { get; }

    /// <summary>Sessions that wait for a prepared transaction, which has no session to end.</summary>
    public IEnumerable<PgSession> BehindPrepared => waitersOf[0];

    public PgSession? Find(int pid) => byPid.GetValueOrDefault(pid);

    public IEnumerable<PgSession> WaitersOf(int pid) => waitersOf[pid];

    /// <summary>Everybody who cannot go on before this one does.</summary>
    public HashSet<int> Behind(int pid)
    {
        var found = new HashSet<int>();
        var open = new Queue<int>([pid]);
        while (open.TryDequeue(out var next))
            foreach (var waiter in waitersOf[next])
                if (found.Add(waiter.Pid))
                    open.Enqueue(waiter.Pid);
        return found;
    }

    private List<IReadOnlyList<PgSession>> FindCycles()
    {
        var inCycle = Waiting.Where(s => Behind(s.Pid).Contains(s.Pid)).ToList();
        var cycles = new List<IReadOnlyList<PgSession>>();
        while (inCycle.Count > 0)
        {
            var behind = Behind(inCycle[0].Pid);
            var cycle = inCycle.Where(s => behind.Contains(s.Pid) && Behind(s.Pid).Contains(inCycle[0].Pid)).OrderBy(s => s.Pid).ToList();
            cycles.Add(cycle);
            inCycle.RemoveAll(cycle.Contains);
        }

        return cycles;
    }
}
