namespace AiFixer.Plugins.Databases;

/// <summary>One session in a tree of waits.</summary>
/// <param name="Depth">0 for a session that waits for nobody, or in a cycle; its waiters follow it, one deeper.</param>
/// <param name="BlocksInAll">How many cannot go on before this one does.</param>
/// <param name="BlockedBy">The sessions it waits for; 0 stands for a prepared transaction.</param>
/// <param name="WaitSeconds">For how long.</param>
/// <param name="Lock">For which lock.</param>
/// <param name="Relation">At which table, where that can be told.</param>
/// <param name="Session">Who it is and what it runs.</param>
internal sealed record LockNodeData(
    int Depth, int BlocksInAll, IReadOnlyList<int> BlockedBy, double? WaitSeconds, string? Lock, string? Relation, SessionData Session);
