using AiFixer.Hosting.Configuration;
using AiFixer.Storage;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AiFixer.Grains.Membership;

/// <summary>Where the cluster keeps its own tables: in the database of the incidents unless another one is named.</summary>
internal static class ClusterDatabase
{
    /// <summary>A PostgreSQL schema of its own: nothing in it is missed when it is lost.</summary>
    public const string Folder = "aifixer_cluster";

    /// <summary>What Orleans calls the driver.</summary>
    public const string Invariant = "Npgsql";

    public static string? Read(IConfiguration configuration, SettingsReader settings)
    {
        if (configuration[$"{StorageOptions.Section}:Provider"] != StorageOptions.Postgres)
            return null;
        var text = settings.Text("ConnectionString") ?? configuration[$"{StorageOptions.Section}:ConnectionString"];
        try
        {
            return text is null ? null : At(text);
        }
        catch (ArgumentException e)
        {
            settings.Problems.Add(settings.Key("ConnectionString"), $"cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>The same database with the cluster's own tables in front.</summary>
    public static string At(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        SearchPath = Folder,
        ApplicationName = "aifixer-cluster",
        Timeout = 3,
        CommandTimeout = 5,
    }.ConnectionString;
}
