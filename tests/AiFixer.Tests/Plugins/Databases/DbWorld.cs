using System.Text.Json;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AiFixer.Tests.Plugins.Databases;

/// <summary>A database of its own, sessions in it, and plugins connected to it.</summary>
internal sealed class DbWorld : IAsyncDisposable
{
    private readonly List<NpgsqlConnection> sessions = [];
    private readonly List<Task> running = [];
    private readonly PluginSetup setup;

    private DbWorld(string connectionString, PluginSetup setup) => (ConnectionString, this.setup) = (connectionString, setup);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string ConnectionString { get; }

    public PluginSetup Plugins => setup;

    public static async Task<DbWorld> NewAsync(PostgresServer server, string? schema = null, Action<PluginsOptions>? configure = null)
    {
        var world = Over(await server.CreateDatabaseAsync(), configure);
        if (schema is not null)
            await (await world.OpenAsync("setup")).DoAsync(schema);
        return world;
    }

    public static DbWorld Over(string connectionString, Action<PluginsOptions>? configure = null)
    {
        var options = new PluginsOptions
        {
            Postgres = { ["default"] = new() { Dsn = connectionString, LongWait = TimeSpan.FromMilliseconds(50), CancelGrace = TimeSpan.FromSeconds(10) } },
        };
        options.Host.ReadRetries = 0;
        configure?.Invoke(options);
        return new(connectionString, PluginSetup.Create(options, TimeProvider.System, NullLoggerFactory.Instance));
    }

    /// <summary>A session that ends with the test.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string application)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            ApplicationName = application,
            Pooling = false,
            CommandTimeout = 0,
        }.ConnectionString);
        sessions.Add(session);
        await session.OpenAsync(Stop);
        return session;
    }

    /// <summary>A statement that will not end soon; what becomes of it is in the task.</summary>
    public async Task<Task> StartAsync(NpgsqlConnection session, string sql, string until)
    {
        var statement = session.DoAsync(sql);
        running.Add(statement);
        await UntilAsync($"SELECT count(*) FROM pg_stat_activity WHERE pid = {session.ProcessID} AND {until}");
        return statement;
    }

    public Task<Task> StartWaitingAsync(NpgsqlConnection session, string sql) => StartAsync(session, sql, "wait_event_type = 'Lock'");

    public async Task UntilAsync(string count)
    {
        await using var look = await OpenAsync("look");
        await Eventually.TrueAsync(async () => await look.AskAsync<long>(count) > 0, count, cancellation: Stop);
    }

    public async Task<JsonElement> AskAsync(string plugin, object? arguments = null)
    {
        var result = await RunAsync(plugin, arguments);
        result.Error.ShouldBeNull();
        return JsonSerializer.Deserialize<JsonElement>(result.Data!);
    }

    public Task<PluginResult> RunAsync(string plugin, object? arguments = null) => setup.Host.RunAsync(plugin, Call(arguments), Stop);

    public Task<PreviewResult> PreviewAsync(string plugin, object? arguments = null) => setup.Host.PreviewAsync(plugin, Call(arguments), Stop);

    public async Task<ActionPlan> PlanAsync(string plugin, object? arguments = null)
    {
        var preview = await PreviewAsync(plugin, arguments);
        preview.Error.ShouldBeNull();
        return preview.Plan!;
    }

    public Task<ExecuteResult> ExecuteAsync(string plugin, object? arguments, ActionPlan plan, Func<bool>? mayLeave = null) =>
        setup.Host.ExecuteAsync(plugin, Call(arguments) with { MayLeave = mayLeave ?? (() => true) }, plan, Stop);

    public Task<Observation> ObserveAsync(string plugin, object? arguments, ActionPlan plan) =>
        setup.Host.ObserveAsync(plugin, Call(arguments), plan, Stop);

    public async ValueTask DisposeAsync()
    {
        setup.Dispose();
        await EndSessionsAsync();
        await Task.WhenAll(running.Select(r => r.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)));
        foreach (var session in sessions)
            await session.DisposeAsync();
    }

    /// <summary>A session that waits in a lock cannot be closed from its own side.</summary>
    private async Task EndSessionsAsync()
    {
        if (running.All(r => r.IsCompleted))
            return;
        await using var last = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await last.OpenAsync(CancellationToken.None);
        await last.DoAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    private static PluginCall Call(object? arguments) =>
        new(arguments as string ?? JsonSerializer.Serialize(arguments ?? new { }), "INC-1", "INC-1-A1", "tester", TimeProvider.System.GetUtcNow());
}
