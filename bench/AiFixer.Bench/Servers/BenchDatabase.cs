using AiFixer.Core.Incidents;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Bench.Servers;

/// <summary>An empty database of its own, and the folder of the process that uses it.</summary>
internal sealed class BenchDatabase : IDisposable
{
    private BenchDatabase(string name, string? connectionString) => (Name, ConnectionString) = (name, connectionString);

    /// <summary><c>postgres</c> or <c>sqlite</c>.</summary>
    public string Name { get; }

    public string? ConnectionString { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("aifixer-bench-").FullName;

    /// <summary>What a process that uses it finds in its environment.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage__Provider"] = Name,
        ["Storage__ConnectionString"] = ConnectionString ?? "",
        ["Storage__DataFolder"] = Folder,
        ["Data__Folder"] = Folder,
    };

    public static async Task<BenchDatabase> MakeAsync(string name, BenchPostgres postgres) =>
        new(name, name == StorageOptions.Postgres ? await postgres.Server.CreateDatabaseAsync() : null);

    /// <summary>How many incidents are in it, in which status, told by the database itself.</summary>
    public async Task<IReadOnlyDictionary<IncidentStatus, long>> CountAsync()
    {
        var options = new StorageOptions { Provider = Name, ConnectionString = ConnectionString, DataFolder = Folder };
        await using var store = await JournalStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, default);
        return await store.Queries.CountAsync(default);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
