using AiFixer.Plugins.Databases;

namespace AiFixer.Plugins.Checks;

/// <summary>Asks a database which it is and what our role may see and end.</summary>
internal sealed class PostgresCheck(PgClient client) : IConnectionCheck
{
    private const string Question = """
        SELECT pg_catalog.current_setting('server_version') || '|' || current_user || '|' ||
          (pg_catalog.pg_has_role(current_user, 'pg_monitor', 'MEMBER'))::text || '|' ||
          (pg_catalog.pg_has_role(current_user, 'pg_signal_backend', 'MEMBER'))::text || '|' ||
          (EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'pg_stat_statements'))::text
        """;

    private string Key => $"{PluginsOptions.Section}:Postgres:{client.Name}:Dsn";

    public string Subject => $"database '{client.Name}'";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        var read = await client.ReadAsync(reader => reader.TextAsync(Question), cancellationToken);
        if (read.Failed(out var error, out var text))
            return new(Subject, FindingState.Broken, error.Message, Remedy(error));
        return text.Split('|') is [var version, var role, var monitor, var signal, var statements]
            ? Judge(version, role, Missing(monitor, signal, statements))
            : new(Subject, FindingState.Broken, "it answers something else than was asked", $"check that {Key} leads to PostgreSQL itself");
    }

    private Finding Judge(string version, string role, List<(string What, string Remedy)> missing) => missing.Count == 0
        ? new(Subject, FindingState.Fine, $"reachable as {OutsideText.Line(role, 64)}, which may see and end sessions", Version: version)
        : new(
            Subject, FindingState.Limited, $"{OutsideText.Line(role, 64)} {string.Join(", ", missing.Select(one => one.What))}",
            string.Join("; ", missing.Select(one => string.Format(System.Globalization.CultureInfo.InvariantCulture, one.Remedy, OutsideText.Line(role, 64)))), version);

    private static List<(string What, string Remedy)> Missing(string monitor, string signal, string statements)
    {
        var missing = new List<(string, string)>();
        if (monitor != "true")
            missing.Add(("cannot see what others run", "GRANT pg_monitor TO {0}"));
        if (signal != "true")
            missing.Add(("cannot end sessions of others", "GRANT pg_signal_backend TO {0}"));
        if (statements != "true")
            missing.Add(("has no pg_stat_statements, so top statements are what runs at the moment", "CREATE EXTENSION pg_stat_statements (it has to be in shared_preload_libraries)"));
        return missing;
    }

    private string Remedy(PgError error) => error switch
    {
        { SqlState: "28P01" or "28000" } => $"check user and password in {Key}, and pg_hba.conf for this address",
        { SqlState: "3D000" } => $"check the database's name in {Key}",
        { SqlState: "53300" } => "all connections are taken: raise max_connections, or reserve one for a monitoring role",
        _ when error.Message.Contains("SSL", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            $"check sslmode and root certificate in {Key} against what the server offers",
        { Failure: PgFailure.TimedOut } => "check whether a firewall drops what we send, or the server hangs",
        _ => $"check host and port in {Key}, and whether a firewall lets us through",
    };
}
