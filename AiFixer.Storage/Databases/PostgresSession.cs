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
    private OpenIncidents? _opening;
    private bool _hasBegun;

    public PostgresSession(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Execute(Settings);
        _batch = new NpgsqlBatch(connection);
    }

    public DbConnection Connection => _connection;

    public void Write(IReadOnlyList<Command> commands)
    {
        if (commands is [GuardLease guard, InsertIncidents incidents, InsertEntries entries, InsertFreshClaims claims])
        {
            WriteAlone(_opening ??= new(guard, incidents, entries, claims));
            return;
        }

        Begin();
        WriteAndCommit(commands);
    }

    public void Begin(IReadOnlyList<Question> questions)
    {
        Begin();
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

    public void Rollback()
    {
        if (_hasBegun)
            _connection.Execute("rollback");
        _hasBegun = false;
    }

    public void Dispose()
    {
        _batch.Dispose();
        _connection.Dispose();
    }

    // One statement is a transaction without being told so, and Npgsql sends it without the help of another thread.
    private void WriteAlone(Command command)
    {
        _batch.BatchCommands.Clear();
        _batch.BatchCommands.Add(Prepared(command));
        _batch.ExecuteNonQuery();
    }

    private void Begin()
    {
        _batch.BatchCommands.Clear();
        _batch.BatchCommands.Add(_begin);
        _hasBegun = true;
    }

    private void WriteAndCommit(IReadOnlyList<Command> commands)
    {
        foreach (var command in commands)
            _batch.BatchCommands.Add(Prepared(command));
        _batch.BatchCommands.Add(_commit);
        _batch.ExecuteNonQuery();
        _hasBegun = false;
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
