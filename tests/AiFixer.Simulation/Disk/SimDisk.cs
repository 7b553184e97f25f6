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

    public SimDisk(Sim sim)
    {
        Sim = sim;
        Faults = new(sim.Chance);
        Connection = Open(() => sim.Now + Skew.Ticks);
        (empty ??= Migrated()).BackupDatabase(Connection);
    }

    public Sim Sim { get; }

    public DiskFaults Faults { get; }

    public SqliteConnection Connection { get; }

    /// <summary>How far the database's clock is from the true time.</summary>
    public TimeSpan Skew { get; set; }

    public static Dialect Dialect { get; } = Dialect.Sqlite with { Clock = "sim_now()", IsDistant = true };

    public void Dispose() => Connection.Dispose();

    private static SqliteConnection Open(Func<long> clock)
    {
        SqliteLibrary.Use();
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
