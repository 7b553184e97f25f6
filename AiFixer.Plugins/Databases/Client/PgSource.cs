using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Makes the pool of connections to one database.</summary>
internal static class PgSource
{
    public const string ApplicationName = "aifixer-plugins";

    public static NpgsqlDataSource Create(PostgresConnectionOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(Dsn.Parse(options.Dsn!).Value!.ConnectionString)
        {
            ApplicationName = ApplicationName,
            Timeout = Math.Max(1, (int)options.ConnectTimeout.TotalSeconds),
            CommandTimeout = 0,
            CancellationTimeout = 1000,
            MinPoolSize = 0,
            MaxPoolSize = options.MaxConnections,
            ConnectionIdleLifetime = 60,
            Enlist = false,
            IncludeErrorDetail = false,
            PersistSecurityInfo = false,
        };
        if (!string.IsNullOrEmpty(options.Password))
            settings.Password = options.Password;
        return NpgsqlDataSource.Create(settings.ConnectionString);
    }
}
