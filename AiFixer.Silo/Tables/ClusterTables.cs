using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;
using Npgsql;

namespace AiFixer.Silo.Tables;

/// <summary>Makes or migrates Orleans's tables before the silo starts, and refuses those that are not what they ought to be.</summary>
internal sealed class ClusterTables(string connectionString, ILoggerFactory loggers) : IHostedService
{
    /// <summary>The same database with the cluster's own tables in front.</summary>
    public static string ConnectionString(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        SearchPath = ClusterSchema.Folder,
        ApplicationName = "aifixer-cluster",
        Timeout = 3,
        CommandTimeout = 5,
    }.ConnectionString;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = ConnectionString(connectionString) };
        await using var database = DatabaseFactory.Create(options, loggers);
        try
        {
            await Task.Run(() => Migrate(database), cancellationToken);
        }
        catch (Exception exception) when (database.Classify(exception) != Failure.Bug)
        {
            throw new JournalUnavailableException("The cluster's tables cannot be made or read: " + exception.Message, exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Migrate(IDatabase database)
    {
        using var session = database.OpenWriter();
        new Migrator(database, ClusterSchema.Current, loggers.CreateLogger<ClusterTables>()).Run(session.Connection);
    }
}
