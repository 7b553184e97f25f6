using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace AiFixer.Simulation.Disk;

/// <summary>A prepared command, given back instead of disposed of.</summary>
internal sealed class LentCommand(Prepared prepared) : DbCommand
{
    private SqliteCommand? lent;

    [AllowNull]
    public override string CommandText
    {
        get => Lent.CommandText;
        set => lent = prepared.Take(value!);
    }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => Lent.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Lent => lent ?? throw new InvalidOperationException("It has no text.");

    public override void Cancel() => Lent.Cancel();

    public override int ExecuteNonQuery() => Lent.ExecuteNonQuery();

    public override object? ExecuteScalar() => Lent.ExecuteScalar();

    public override void Prepare() => Lent.Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Lent.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing && lent is { } command)
            prepared.GiveBack(command);
        lent = null;
        base.Dispose(disposing);
    }
}
