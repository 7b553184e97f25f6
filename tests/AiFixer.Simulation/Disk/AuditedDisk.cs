using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Simulation.Disk;

/// <summary>The disk as somebody reads it who audits it after a run: nothing goes wrong, and something may have been forged.</summary>
/// <param name="forgery">Statements that are taken back when the audit is done; when the first of them finds nothing, nothing is forged.</param>
internal sealed class AuditedDisk(SimDisk disk, params IReadOnlyList<string> forgery) : IDatabase
{
    public Dialect Dialect => SimDisk.Dialect;

    public bool IsForged { get; private set; }

    public IWriteSession OpenWriter() => throw new NotSupportedException("An audit changes nothing.");

    public Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) => Task.FromResult(disk.Connection);

    public Failure Classify(Exception exception) => Failure.Bug;

    public void BeginMigration(DbConnection connection) => throw new NotSupportedException("An audit changes nothing.");

    /// <summary>Whoever begins a view rolls it back, and with it what was forged.</summary>
    public void BeginView(DbConnection connection)
    {
        connection.Execute("begin");
        IsForged = forgery.Count > 0 && connection.Execute(forgery[0]) > 0;
        foreach (var statement in IsForged ? forgery.Skip(1) : [])
            connection.Execute(statement);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
