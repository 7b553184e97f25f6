using System.Data.Common;

namespace AiFixer.Storage.Databases;

/// <summary>One of the databases we know.</summary>
internal interface IDatabase : IAsyncDisposable
{
    Dialect Dialect { get; }

    /// <summary>A connection to write with, its durability made sure of.</summary>
    IWriteSession OpenWriter();

    /// <summary>A connection to read with.</summary>
    Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken);

    /// <summary>What an exception of this database means.</summary>
    Failure Classify(Exception exception);

    /// <summary>Keeps other processes from changing tables at the same time, until the transaction ends.</summary>
    void BeginMigration(DbConnection connection);

    /// <summary>Begins a transaction that sees everything as it is now, until it ends.</summary>
    void BeginView(DbConnection connection);
}
