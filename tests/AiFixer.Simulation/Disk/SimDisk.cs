using System.Data.Common;
using AiFixer.Simulation.Kernel;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Simulation.Disk;

/// <summary>The database that outlives processes: the store's own statements on a real database in memory.</summary>
internal sealed class SimDisk : IDisposable
{
    [ThreadStatic]
    private static SqliteConnection? empty;
    private readonly Prepared prepared;

    public SimDisk(Sim sim)
    {
        Sim = sim;
        Faults = new(sim.Chance);
        prepared = new(Open(() => sim.Now + Skew.Ticks));
        (empty ??= Migrated()).BackupDatabase(prepared.Connection);
        WrittenTimes.Keep(prepared.Connection, () => sim.Now);
        Connection = new LentConnection(prepared);
    }

    public Sim Sim { get; }

    public DiskFaults Faults { get; }

    public DbConnection Connection { get; }

    /// <summary>How far the database's clock is from the true time.</summary>
    public TimeSpan Skew { get; set; }

    public static Dialect Dialect { get; } = Dialect.Sqlite with { Clock = "sim_now()", IsDistant = true };

    public IWriteSession OpenSession() => new SqliteSession(prepared.Connection, isShared: true);

    public void Dispose()
    {
        prepared.Dispose();
        prepared.Connection.Dispose();
    }

    private static SqliteConnection Open(Func<long> clock)
    {
        LightSqlite.Use();
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        connection.CreateFunction("sim_now", clock);
        return connection;
    }

    private static SqliteConnection Migrated()
    {
        var connection = Open(() => 0);
        new Migrator(new SimDatabase(null!, null!), Steps.For(Dialect), NullLogger.Instance).Run(connection);
        return connection;
    }
}
