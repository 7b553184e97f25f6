using AiFixer.Bench.Lives;
using AiFixer.Bench.Servers;
using AiFixer.Core.Incidents;
using Npgsql;

namespace AiFixer.Bench.Growth;

/// <summary>
/// Years of incidents in minutes: some real lives, and copies of them made by the database, each with an id, a time, a
/// fingerprint and a name of its own. One in ten waits for a person, the others are resolved. Copies keep the digests of
/// their models, so such a database is not one to verify.
/// </summary>
internal sealed class GrowthFill(BenchDatabase database)
{
    private const int Models = 40;
    private const long AtOnce = 100_000;
    private const long FirstResolved = 1;
    private const long FirstWaiting = 1_001;

    public static readonly (string, string)[] Resolves =
    [
        ("Policy:Mode", "Auto"),
        ("Policy:Fences:AutoNamespaces:0", "shop"),
        ("Policy:Fences:AutomaticFixesPerHour", "1000000"),
        ("Workflow:StabilisationWindow", "0s"),
    ];

    public static readonly (string, string)[] Waits =
    [
        ("Policy:Mode", "Auto"),
        ("Policy:Fences:AutoNamespaces:0", "elsewhere"),
        ("Workflow:ApprovalTimeout", "1d"),
    ];

    public async Task RunAsync(long size)
    {
        await LiveAsync(Resolves, FirstResolved, IncidentStatus.Resolved);
        await LiveAsync(Waits, FirstWaiting, IncidentStatus.AwaitingProposalApproval);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, Copies.Prepare);
        for (var from = 2L * Models; from < size; from += AtOnce)
            await ExecuteAsync(connection, Copies.Make(from, Math.Min(from + AtOnce, size)));
        // Vacuumed as it would have been over the years.
        await ExecuteAsync(connection, "vacuum (analyze)");
        await ExecuteAsync(connection, "checkpoint");
    }

    /// <summary>The newest that wait for a click, as those do that people find: approvals run out after an hour.</summary>
    public static Task<IReadOnlyList<string>> NewestAsync(BenchDatabase database, int count) => WaitingAsync(database, count, "id desc");

    /// <summary>Some that wait anywhere, most of which nobody has looked at for long.</summary>
    public static Task<IReadOnlyList<string>> AnywhereAsync(BenchDatabase database, int count) => WaitingAsync(database, count, "md5(id)");

    private static async Task<IReadOnlyList<string>> WaitingAsync(BenchDatabase database, int count, string order)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select id from incidents where status = 'AwaitingProposalApproval' order by {order} limit $1", connection);
        command.Parameters.AddWithValue((long)count);
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await rows.ReadAsync())
            ids.Add(rows.GetString(0));
        return ids;
    }

    public static async Task<double> GigabytesAsync(BenchDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_database_size(current_database())", connection);
        return (long)(await command.ExecuteScalarAsync())! / 1e9;
    }

    private async Task LiveAsync((string, string)[] settings, long first, IncidentStatus end)
    {
        using var host = await BenchHost.StartAsync(database, settings);
        await new Crowd(host, first).BringAsync(Models, end);
        await host.StopAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statements)
    {
        await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
