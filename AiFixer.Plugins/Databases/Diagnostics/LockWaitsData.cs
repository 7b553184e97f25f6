namespace AiFixer.Plugins.Databases;

/// <summary>Answer of <c>db.lock_waits</c>: the trees from their roots down, and the cycles by process id.</summary>
internal sealed record LockWaitsData(IReadOnlyList<LockNodeData> Tree, IReadOnlyList<int[]> Cycles);
