using System.Data.Common;
using AiFixer.Simulation.Kernel;
using AiFixer.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace AiFixer.Simulation.Disk;

/// <summary>The disk as one process reaches it.</summary>
internal sealed class SimDatabase(SimDisk disk, SimProcess process) : IDatabase
{
    public Dialect Dialect => SimDisk.Dialect;

    public IWriteSession OpenWriter() =>
        disk.Faults.IsGone ? throw new Outage("No connection.") : new SimSession(disk, process, disk.OpenSession());

    public async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        await new SimClock(disk.Sim, process).PassAsync(disk.Faults.Latency()).WaitAsync(cancellationToken);
        if (disk.Faults.IsGone || disk.Faults.Next() is Trouble.NotBegun or Trouble.NotCommitted)
            throw new Outage("No connection to read with.");
        return disk.Connection;
    }

    public Failure Classify(Exception exception) => exception switch
    {
        Outage => Failure.Gone,
        LeaseGuardException => Failure.Race,
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => Failure.Race,
        SqliteException { SqliteErrorCode: 18 or 19 or 20 } => Failure.Value,
        _ => Failure.Bug,
    };

    public void BeginMigration(DbConnection connection) => connection.Execute("begin immediate");

    public void BeginView(DbConnection connection) => connection.Execute("begin");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
