using Npgsql;

namespace AiFixer.TestSupport;

/// <summary>A PostgreSQL of its own: temporary folder, free port on loopback, durable settings as in production.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"aifixer-postgres-{Path.GetRandomFileName()}");
    private ChildProcess? _process;
    private readonly IReadOnlyList<string> _settings;
    private int _databases;

    private PostgresServer(IReadOnlyList<string> settings) => _settings = settings;

    public int Port { get; } = FreePort.Next();

    /// <summary>The data folder, for a test that copies it.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    public bool IsRunning => _process is { HasExited: false };

    /// <param name="settings">Settings besides, such as <c>wal_level=logical</c>.</param>
    public static Task<PostgresServer> StartNewAsync(params IReadOnlyList<string> settings) =>
        StartNewAsync(settings, server => server.InitializeAsync());

    /// <summary>A standby that follows a running primary.</summary>
    public static Task<PostgresServer> StartStandbyAsync(PostgresServer primary) =>
        StartNewAsync(primary._settings, server => server.CopyAsync(primary));

    private static async Task<PostgresServer> StartNewAsync(IReadOnlyList<string> settings, Func<PostgresServer, Task> initialize)
    {
        var server = new PostgresServer(settings);
        try
        {
            await initialize(server);
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public string ConnectionString(string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = "postgres",
            Database = database,
            Pooling = pooling,
            Timeout = 15,
        }.ConnectionString;

    public async Task StartAsync()
    {
        if (IsRunning)
            throw new InvalidOperationException("PostgreSQL runs already.");
        await ForgetProcessAsync();
        _process = ChildProcess.Start(PostgresUser.Command(PostgresBinaries.Find("postgres"), [
            "-D", DataFolder,
            "-c", $"port={Port}",
            "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=",
            "-c", "max_connections=200",
            "-c", "fsync=on",
            "-c", "synchronous_commit=on",
            "-c", "full_page_writes=on",
            .. _settings.SelectMany(setting => new[] { "-c", setting }),
        ]));
        await _process.LineAsync("database system is ready to accept");
    }

    /// <summary>Ends every session and stops cleanly.</summary>
    public Task StopAsync() => EndAsync(Signal.Interrupt);

    /// <summary>Stops at once, without a checkpoint: the next start recovers from the log.</summary>
    public Task CrashAsync() => EndAsync(Signal.Quit);

    /// <summary>SIGSTOP or SIGCONT to the postmaster alone; open sessions go on.</summary>
    public void Send(Signal signal) => Running.Send(signal);

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
            await CrashAsync();
        await ForgetProcessAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private ChildProcess Running => _process ?? throw new InvalidOperationException("PostgreSQL was not started.");

    private async Task InitializeAsync()
    {
        await PostgresUser.MakeFolderAsync(_folder);
        await ChildProcess.RunAsync(PostgresUser.Command(PostgresBinaries.Find("initdb"), [
            "-D", DataFolder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync",
        ]));
    }

    private async Task CopyAsync(PostgresServer primary)
    {
        await PostgresUser.MakeFolderAsync(_folder);
        await ChildProcess.RunAsync(PostgresUser.Command(PostgresBinaries.Find("pg_basebackup"), [
            "-D", DataFolder, "-h", "127.0.0.1", "-p", $"{primary.Port}", "-U", "postgres", "-R", "-X", "stream", "-c", "fast", "--no-sync",
        ]));
    }

    private async Task ForgetProcessAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    private async Task EndAsync(Signal signal)
    {
        Running.Send(signal);
        await Running.ExitedAsync();
    }
}
