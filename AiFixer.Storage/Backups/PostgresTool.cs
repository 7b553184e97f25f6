using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace AiFixer.Storage.Backups;

/// <summary>Runs one of PostgreSQL's programs. How to reach the server goes by environment: a password has no place among arguments.</summary>
internal static class PostgresTool
{
    public static async Task RunAsync(string program, StorageOptions options, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find(program)) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment(new(options.ConnectionString)))
        {
            // What the connection string leaves open the service takes from its environment too.
            if (!string.IsNullOrEmpty(value))
                start.Environment[name] = value;
        }

        using var process = Start(start, program);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
            throw new StorageRefusedException($"{program} ended with {process.ExitCode}: {string.Concat(await said).Trim()}");
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new StorageRefusedException($"{program} cannot be run: {e.Message}. Install postgresql-client of the server's version or newer.", e);
        }
    }

    /// <summary>On the path, or where Debian puts it: the newest there is.</summary>
    private static string Find(string program)
    {
        const string Debian = "/usr/lib/postgresql";
        if ((System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))) || !Directory.Exists(Debian))
            return program;
        return Directory.EnumerateDirectories(Debian).Select(folder => Path.Combine(folder, "bin", program)).Where(File.Exists)
            .OrderByDescending(path => path.Length).ThenByDescending(path => path, StringComparer.Ordinal).FirstOrDefault(program);
    }

    private static IEnumerable<(string Name, string? Value)> Environment(NpgsqlConnectionStringBuilder server) =>
    [
        ("PGHOST", server.Host),
        ("PGPORT", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGUSER", server.Username),
        ("PGPASSWORD", server.Password),
        ("PGDATABASE", server.Database),
        ("PGSSLMODE", SslMode(server.SslMode)),
        ("PGSSLROOTCERT", server.RootCertificate),
        ("PGSSLCERT", server.SslCertificate),
        ("PGSSLKEY", server.SslKey),
        ("PGPASSFILE", server.Passfile),
    ];

    private static string SslMode(SslMode mode) => mode switch
    {
        Npgsql.SslMode.Disable => "disable",
        Npgsql.SslMode.Allow => "allow",
        Npgsql.SslMode.Require => "require",
        Npgsql.SslMode.VerifyCA => "verify-ca",
        Npgsql.SslMode.VerifyFull => "verify-full",
        _ => "prefer",
    };
}
