namespace AiFixer.Plugins.Databases;

/// <summary>Lays the waits out from the sessions at their roots down; each session stands once.</summary>
internal static class LockTree
{
    public static IEnumerable<LockNodeData> Of(LockGraph graph)
    {
        var shown = new HashSet<int>();
        var starts = graph.Roots
            .Concat(graph.Cycles.SelectMany(c => c))
            .Concat(graph.BehindPrepared)
            .Concat(graph.Waiting);
        foreach (var start in starts)
            foreach (var node in Below(graph, start, 0, shown))
                yield return node;
    }

    private static IEnumerable<LockNodeData> Below(LockGraph graph, PgSession session, int depth, HashSet<int> shown)
    {
        if (!shown.Add(session.Pid))
            yield break;
        yield return new(
            depth, graph.Behind(session.Pid).Count, session.BlockedBy, session.WaitSeconds, session.Lock, session.Relation,
            SessionData.Of(session));
        foreach (var waiter in graph.WaitersOf(session.Pid).OrderByDescending(s => s.WaitSeconds))
            foreach (var node in Below(graph, waiter, depth + 1, shown))
                yield return node;
    }
}
