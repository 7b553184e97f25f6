using System.Data.Common;
using AiFixer.Storage.Databases;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Migrations;

/// <summary>Brings tables to what this program knows, or refuses them. Processes that start at once take turns.</summary>
internal sealed class Migrator(IDatabase database, Schema schema, ILogger logger)
{
    public void Run(DbConnection connection)
    {
        database.BeginMigration(connection);
        try
        {
            Apply(connection);
            connection.Execute("commit");
        }
        catch (DbException)
        {
            connection.Execute("rollback");
            throw;
        }
        catch (StorageRefusedException)
        {
            connection.Execute("rollback");
            throw;
        }
    }

    private void Apply(DbConnection connection)
    {
        var d = database.Dialect;
        foreach (var statement in schema.Before)
            Execute(connection, statement);
        connection.Execute(
            $"create table if not exists {schema.Record} (number {d.Number} not null primary key, name {d.Text} not null, applied_at {d.Number} not null)");
        var found = new FoundTables(connection, d, schema);
        var applied = found.Applied();
        Refuse(SchemaGuard.BeforeSteps(schema, applied, found.Existing()));
        foreach (var step in schema.Steps.Skip(applied.Count))
            Apply(connection, step);
        Refuse(SchemaGuard.AfterSteps(schema, found.Missing()));
        Refuse(SchemaGuard.AfterSteps(schema, schema.AlsoMissing(connection)));
    }

    private void Apply(DbConnection connection, Migration step)
    {
        foreach (var statement in step.Statements)
            Execute(connection, statement);
        connection.Execute(
            $"insert into {schema.Record} (number, name, applied_at) values (@number, @name, {database.Dialect.Clock})",
            ("number", (long)step.Number),
            ("name", step.Name));
        logger.Migrated(step.Number, step.Name);
    }

    private static void Refuse(string? reason)
    {
        if (reason is not null)
            throw new StorageRefusedException(reason);
    }

    // An index over a large table takes longer than any answer may otherwise.
    private static void Execute(DbConnection connection, string statement)
    {
        using var command = connection.Command(statement);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
