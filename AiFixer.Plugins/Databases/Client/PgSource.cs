using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Makes the pool of connections to one database.</summary>
internal static class PgSource
{
    public const string ApplicationName = "aifixer-plugins";

    public static NpgsqlDataSource Create(PostgresConnectionOptions options) => NpgsqlDataSource.Create(Settings(options).ConnectionString);

    /// <summary>For what cannot be in a transaction: connections that are bounded from their first moment and used once.</summary>
    public static NpgsqlDataSource CreateAlone(PostgresConnectionOptions options)
    {
        var settings = Settings(options);
        settings.Pooling = false;
        settings.Options = $"{settings.Options} -c statement_timeout={Pg.Milliseconds(options.VacuumTimeout)} -c lock_timeout={Pg.Milliseconds(options.LockTimeout)}".Trim();
        return NpgsqlDataSource.Create(settings.ConnectionString);
    }

    private static NpgsqlConnectionStringBuilder Settings(PostgresConnectionOptions options)
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
            NoResetOnClose = true,
            IncludeErrorDetail = false,
            PersistSecurityInfo = false,
        };
        if (!string.IsNullOrEmpty(options.Password))
            settings.Password = options.Password;
        return settings;
    }
}
