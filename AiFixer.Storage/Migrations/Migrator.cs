using System.Data.Common;
using AiFixer.Storage.Databases;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Migrations;

/// <summary>Brings the schema to what this program knows. Two processes that start at once take turns.</summary>
internal sealed class Migrator(IDatabase database, IReadOnlyList<Migration> steps, ILogger logger)
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
        connection.Execute(
            $"create table if not exists schema_migrations (number {d.Number} not null primary key, name {d.Text} not null, applied_at {d.Number} not null)");
        var found = connection.Scalar<long>("select coalesce(max(number), 0) from schema_migrations");
        if (found > steps[^1].Number)
            throw Schema.Newer(found, steps[^1].Number);
        foreach (var step in steps.Where(step => step.Number > found))
            Apply(connection, step);
    }

    private void Apply(DbConnection connection, Migration step)
    {
        foreach (var statement in step.Statements)
            Execute(connection, statement);
        connection.Execute(
            $"insert into schema_migrations (number, name, applied_at) values (@number, @name, {database.Dialect.Clock})",
            ("number", (long)step.Number),
            ("name", step.Name));
        logger.Migrated(step.Number, step.Name);
    }

    // An index over a large table takes longer than any answer may otherwise.
    private static void Execute(DbConnection connection, string statement)
    {
        using var command = connection.Command(statement);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
