using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Databases;

/// <summary>A server of their own for tests that look at all its sessions. It leaves deadlocks and dead rows as they are.</summary>
public sealed class DatabaseServer : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartNewAsync(
        "deadlock_timeout=10min", "autovacuum=off", "shared_preload_libraries=pg_stat_statements", "compute_query_id=on",
        "max_prepared_transactions=5");

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
