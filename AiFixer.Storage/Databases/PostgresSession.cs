using System.Data.Common;
using AiFixer.Storage.Statements;
using Npgsql;

namespace AiFixer.Storage.Databases;

/// <summary>Sends a whole batch in two round trips: begin and ask, write and commit; or in one, when nothing is asked.</summary>
internal sealed class PostgresSession : IWriteSession
{
    // The statements are few and always find their rows by key. A plan made while tables were empty must not read
    // them from end to end when they have grown.
    private const string Settings = """
        set plan_cache_mode = force_generic_plan;
        set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set enable_bitmapscan = off;
        set enable_material = off; set jit = off;
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBatch _batch;
    private readonly NpgsqlBatchCommand _begin = new("begin");
    private readonly NpgsqlBatchCommand _commit = new("commit");
    private readonly Dictionary<Command, NpgsqlBatchCommand> _prepared = [];

    public PostgresSession(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Execute(Settings);
        _batch = new NpgsqlBatch(connection);
    }

    public DbConnection Connection => _connection;

    public void Write(IReadOnlyList<Command> commands)
    {
        _batch.BatchCommands.Clear();
        _batch.BatchCommands.Add(_begin);
        WriteAndCommit(commands);
    }

    public void Begin(IReadOnlyList<Question> questions)
    {
        _batch.BatchCommands.Clear();
        _batch.BatchCommands.Add(_begin);
        foreach (var question in questions)
            _batch.BatchCommands.Add(Prepared(question));
        using var reader = _batch.ExecuteReader();
        foreach (var question in questions)
        {
            while (reader.Read())
                question.Read(reader);
            reader.NextResult();
        }
    }

    public void Commit(IReadOnlyList<Command> commands)
    {
        _batch.BatchCommands.Clear();
        WriteAndCommit(commands);
    }

    public void Rollback() => _connection.Execute("rollback");

    public void Dispose()
    {
        _batch.Dispose();
        _connection.Dispose();
    }

    private void WriteAndCommit(IReadOnlyList<Command> commands)
    {
        foreach (var command in commands)
            _batch.BatchCommands.Add(Prepared(command));
        _batch.BatchCommands.Add(_commit);
        _batch.ExecuteNonQuery();
    }

    private NpgsqlBatchCommand Prepared(Command command)
    {
        if (_prepared.TryGetValue(command, out var known))
            return known;
        var made = new NpgsqlBatchCommand(command.Text);
        foreach (var column in command.Columns)
            made.Parameters.Add(column.ToArrayParameter());
        return _prepared[command] = made;
    }
}
