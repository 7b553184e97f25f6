using Microsoft.Data.Sqlite;

namespace AiFixer.Simulation.Disk;

/// <summary>Commands that were prepared once: parsing them again and again is most of what asking in memory costs.</summary>
internal sealed class Prepared(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Stack<SqliteCommand>> idle = [];

    public SqliteConnection Connection => connection;

    public SqliteCommand Take(string text)
    {
        if (idle.TryGetValue(text, out var same) && same.TryPop(out var known))
            return known;
        var made = connection.CreateCommand();
        made.CommandText = text;
        return made;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (!idle.TryGetValue(command.CommandText, out var same))
            idle[command.CommandText] = same = new();
        same.Push(command);
    }

    public void Dispose()
    {
        foreach (var command in idle.Values.SelectMany(same => same))
            command.Dispose();
    }
}
