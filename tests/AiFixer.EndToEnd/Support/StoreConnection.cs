using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AiFixer.EndToEnd.Support;

/// <summary>A way to a gateway's tables without our own code.</summary>
internal static class StoreConnection
{
    public static DbConnection Of(GatewaySettings settings) => settings.Postgres is { } postgres
        ? new NpgsqlConnection(postgres)
        : new SqliteConnection($"Data Source={Path.Combine(settings.DataFolder, "aifixer.db")};Pooling=false");
}
