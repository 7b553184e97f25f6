namespace AiFixer.Plugins.Databases;

/// <summary>How to reach one PostgreSQL, and how careful to be with it.</summary>
public sealed class PostgresConnectionOptions
{
    /// <summary>
    /// Where it is: <c>postgresql://user@host:5432/database</c>, libpq's <c>host=… dbname=…</c> or Npgsql's <c>Host=…;Database=…</c>.
    /// </summary>
    public string? Dsn { get; set; }

    /// <summary>The password, when it does not stand in the DSN.</summary>
    public string? Password { get; set; }

    /// <summary>How long it may take to connect.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement that only reads may run; the server ends it then.</summary>
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement of ours may wait for a lock: nobody shall queue behind us.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a session must have waited for a lock before it counts as trouble.</summary>
    public TimeSpan LongWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a session that was asked to stop gets before it is asked more firmly.</summary>
    public TimeSpan CancelGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a VACUUM may run.</summary>
    public TimeSpan VacuumTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Connections of ours at a time: a database in trouble has few to spare.</summary>
    public int MaxConnections { get; set; } = 3;
}
