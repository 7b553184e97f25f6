using System.Data.Common;
using AiFixer.Storage.Statements;
using Microsoft.Data.Sqlite;

namespace AiFixer.Storage.Databases;

/// <summary>Runs each command once a row: there is no distance to the database.</summary>
/// <param name="connection">Closed with it, unless it is shared.</param>
internal sealed class SqliteSession(SqliteConnection connection, bool isShared = false) : IWriteSession
{
    private readonly SqliteCommand _begin = Plain(connection, "begin immediate");
    private readonly SqliteCommand _commit = Plain(connection, "commit");
    private readonly SqliteCommand _rollback = Plain(connection, "rollback");
    private readonly Dictionary<Command, SqliteCommand> _prepared = [];

    public DbConnection Connection => connection;

    public void Write(IReadOnlyList<Command> commands)
    {
        Begin([]);
        Commit(commands);
    }

    public void Begin(IReadOnlyList<Question> questions)
    {
        _begin.ExecuteNonQuery();
        foreach (var question in questions)
        {
            var command = Prepared(question);
            for (var row = 0; row < question.Count; row++)
            {
                Bind(command, question, row);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    question.Read(reader);
            }
        }
    }

    public void Commit(IReadOnlyList<Command> commands)
    {
        foreach (var command in commands)
        {
            var prepared = Prepared(command);
            for (var row = 0; row < command.Count; row++)
            {
                Bind(prepared, command, row);
                prepared.ExecuteNonQuery();
            }
        }

        _commit.ExecuteNonQuery();
    }

    // Some failures have rolled back already.
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            _rollback.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        if (!isShared)
            connection.Dispose();
    }

    private static void Bind(SqliteCommand command, Command source, int row)
    {
        for (var i = 0; i < source.Columns.Count; i++)
            command.Parameters[i].Value = source.Columns[i][row];
    }

    private static SqliteCommand Plain(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private SqliteCommand Prepared(Command command)
    {
        if (_prepared.TryGetValue(command, out var known))
            return known;
        var made = Plain(connection, command.Text);
        foreach (var column in command.Columns)
            made.Parameters.Add(new SqliteParameter { ParameterName = "@" + column.Name });
        return _prepared[command] = made;
    }
}
