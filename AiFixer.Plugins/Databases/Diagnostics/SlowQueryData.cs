namespace AiFixer.Plugins.Databases;

/// <summary>A statement that runs.</summary>
internal sealed record SlowQueryData(SessionData Session, long QueryId, IReadOnlyList<int> BlockedBy, string? Relation)
{
    public static SlowQueryData Of(PgSession session) => new(SessionData.Of(session), session.QueryId, session.BlockedBy, session.Relation);
}
