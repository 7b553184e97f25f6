namespace AiFixer.Plugins.Databases;

/// <summary>All plugins for PostgreSQL.</summary>
internal static class DatabasePlugins
{
    public static IReadOnlyList<IPlugin> All(PgClients clients) =>
    [
        new SlowQueries(clients),
        new LockWaits(clients),
        new ActiveConnections(clients),
        new ReplicationLag(clients),
        new TableBloat(clients),
        new KillDeadlock(clients),
        new TerminateQuery(clients),
        new VacuumTable(clients),
    ];
}
