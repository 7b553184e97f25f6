using System.Globalization;
using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Bench.Servers;

/// <summary>The yardstick: <c>pgbench</c>, one row of 600 bytes in a transaction of its own.</summary>
internal static class Pgbench
{
    public const int Clients = 16;
    private const int Threads = 2;

    public static async Task<(double Rate, double LatencyMs)> RunAsync(PostgresServer server, int seconds)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", pooling: false));
        await connection.OpenAsync();
        await using var make = new NpgsqlCommand(
            "drop table if exists yardstick; create table yardstick (id bigint generated always as identity primary key, payload text not null)",
            connection);
        await make.ExecuteNonQueryAsync();
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, $"insert into yardstick (payload) values ('{new string('x', 600)}');\n");
            return Read(await ChildProcess.RunAsync(Command(server, script, seconds), TimeSpan.FromSeconds(seconds + 30)));
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static ChildProcessOptions Command(PostgresServer server, string script, int seconds) => new(
        PostgresBinaries.Find("pgbench"),
        "-h", "127.0.0.1", "-p", Text(server.Port), "-U", "postgres", "-n", "-M", "prepared",
        "-c", Text(Clients), "-j", Text(Threads), "-T", Text(seconds), "-f", script, "postgres");

    private static (double Rate, double LatencyMs) Read(IReadOnlyList<string> output) =>
        (Number(output, "tps = "), Number(output, "latency average = "));

    private static double Number(IReadOnlyList<string> output, string before)
    {
        var line = output.First(line => line.StartsWith(before, StringComparison.Ordinal));
        return double.Parse(line[before.Length..].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
