using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.EndToEnd.BadInput;

public sealed class FewConnectionsTests(SharedPostgres postgres)
{
    [Fact]
    public async Task At_the_databases_connection_limit_alerts_are_taken_and_pages_are_shown_or_refused_for_the_moment()
    {
        using var folder = new TempFolder();
        // A busy machine must not make it lose the lease on top.
        var settings = new GatewaySettings { DataFolder = folder.Path, Postgres = await LimitedAsync(await postgres.CreateDatabaseAsync(), connections: 3) }
            .With("Storage:LeaseTime", "00:01:00");
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);

        var pages = Enumerable.Range(0, 60).Select(_ => gateway.Api.StatusAsync("api/v1/incidents")).ToList();
        var alerts = Enumerable.Range(0, 60).Select(i => gateway.Api.AlertAsync(Alert($"app-{i}"))).ToList();

        (await Task.WhenAll(alerts)).ShouldAllBe(taken => taken.Answer.Code == 200);
        (await Task.WhenAll(pages)).ShouldAllBe(code => code == 200 || code == 503);
        await Eventually.TrueAsync(async () => (await gateway.Api.AllAsync()).Count == 60, "all of them are listed", cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>Somebody who owns the database and may have so many connections.</summary>
    private static async Task<string> LimitedAsync(string database, int connections)
    {
        var mine = new NpgsqlConnectionStringBuilder(database);
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var statement = $"create role few_{mine.Database} login connection limit {connections}; alter database {mine.Database} owner to few_{mine.Database}";
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
        mine.Username = $"few_{mine.Database}";
        return mine.ConnectionString;
    }

    private static string Alert(string name) =>
        AlertBody.Firing(AlertBody.Labels("shop", name), TimeProvider.System.GetUtcNow());
}
