using System.Data.Common;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Backups;

/// <summary>Reads what belongs to a copy of the database, within the same view of it.</summary>
internal static class CopyFacts
{
    public static DatabaseCopy Read(DbConnection connection, Dialect dialect) => new(
        connection.Scalar<int>("select max(number) from schema_migrations"),
        Ticks.ToTime(connection.Scalar<long>($"select {dialect.Clock}")),
        connection.Scalar<long>("select count(*) from incidents"),
        Lines(connection),
        Archives(connection),
        DataKeyTable.Find(connection, dialect) is [.., var newest] ? newest.Name : null);

    private static Dictionary<string, long> Lines(DbConnection connection)
    {
        var lines = new Dictionary<string, long>();
        using var command = connection.Command("select checkpoint_file, max(checkpoint_line) from streams group by checkpoint_file");
        using var rows = command.ExecuteReader();
        while (rows.Read())
            lines[rows.GetString(0)] = rows.GetInt64(1);
        return lines;
    }

    private static List<string> Archives(DbConnection connection)
    {
        var files = new List<string>();
        using var command = connection.Command("select file from archives order by file");
        using var rows = command.ExecuteReader();
        while (rows.Read())
            files.Add(rows.GetString(0));
        return files;
    }
}
