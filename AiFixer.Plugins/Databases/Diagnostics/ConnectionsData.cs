namespace AiFixer.Plugins.Databases;

/// <summary>Answer of <c>db.active_connections</c>.</summary>
internal sealed record ConnectionsData(
    int Used, int MaxConnections, int ReservedForSuperusers, IReadOnlyList<ConnectionGroupData> Groups,
    IReadOnlyList<SessionData> IdleInTransaction);
