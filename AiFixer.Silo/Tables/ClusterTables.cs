using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;

namespace AiFixer.Silo.Tables;

/// <summary>Makes or migrates Orleans's tables before the silo starts, and refuses those that are not what they ought to be.</summary>
internal sealed class ClusterTables(string connectionString, ILoggerFactory loggers) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = connectionString };
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
