namespace AiFixer.Plugins.Databases;

/// <summary>Which session to end, or why none.</summary>
/// <param name="Session">The session; null when there is none to end.</param>
/// <param name="Why">Why this one, or why none.</param>
internal sealed record Victim(PgSession? Session, string Why)
{
    public static Victim Choose(LockGraph graph, int? pid, TimeSpan longWait) => pid is { } given ? Named(graph, given) : Worst(graph, longWait);

    private static Victim Named(LockGraph graph, int pid)
    {
        var behind = graph.Behind(pid);
        return graph.Find(pid) is { } session && behind.Count > 0
            ? Checked(session, behind.Contains(pid)
                ? $"It is one of {behind.Count} sessions that wait for each other."
                : $"{behind.Count} sessions wait for it, the longest {Longest(graph, behind)}.")
            : None($"nobody waits for pid {pid}");
    }

    private static Victim Worst(LockGraph graph, TimeSpan longWait)
    {
        bool IsLong(PgSession s) => s.WaitSeconds >= longWait.TotalSeconds;
        if (graph.Cycles.FirstOrDefault(c => c.Any(IsLong)) is { } cycle)
            return OfCycle(cycle);
        if (graph.Roots.FirstOrDefault(r => graph.Behind(r.Pid).Any(p => IsLong(graph.Find(p)!))) is { } root)
            return Checked(root, $"{graph.Behind(root.Pid).Count} sessions wait for it, the longest {Longest(graph, graph.Behind(root.Pid))}.");
        return graph.BehindPrepared.Any(IsLong)
            ? None("a prepared transaction holds them up: it has no session; COMMIT PREPARED or ROLLBACK PREPARED is for a person")
            : None($"nobody has waited for a lock for {longWait.TotalSeconds:0.#} s or longer");
    }

    /// <summary>The youngest transaction has the least to lose.</summary>
    private static Victim OfCycle(IReadOnlyList<PgSession> cycle)
    {
        var youngest = cycle.OrderByDescending(s => s.TransactionStart ?? DateTime.MinValue).ThenByDescending(s => s.Pid)
            .FirstOrDefault(s => SessionTarget.Untouchable(s) is null) ?? cycle[0];
        return Checked(youngest, $"{cycle.Count} sessions ({string.Join(", ", cycle.Select(s => s.Pid))}) wait for each other; it is the youngest.");
    }

    private static Victim Checked(PgSession session, string why) =>
        SessionTarget.Untouchable(session) is { } untouchable ? None(untouchable) : new(session, why);

    private static string Longest(LockGraph graph, IEnumerable<int> pids) => DbTime.Age(pids.Max(p => graph.Find(p)?.WaitSeconds));

    private static Victim None(string why) => new(null, why);
}
