using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace AiFixer.Simulation.Disk;

/// <summary>The one connection, lent to whoever will close it.</summary>
internal sealed class LentConnection(Prepared prepared) : DbConnection
{
    private readonly SqliteConnection lent = prepared.Connection;

    [AllowNull]
    public override string ConnectionString
    {
        get => lent.ConnectionString;
        set => throw new NotSupportedException();
    }

    public override string Database => lent.Database;

    public override string DataSource => lent.DataSource;

    public override string ServerVersion => lent.ServerVersion;

    public override ConnectionState State => lent.State;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Close()
    {
    }

    public override void Open()
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => lent.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => new LentCommand(prepared);
}
