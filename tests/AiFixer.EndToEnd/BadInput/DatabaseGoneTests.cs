using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task Without_its_database_it_takes_nothing_and_goes_on_by_itself_when_it_is_back()
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path, Postgres = await postgres.CreateDatabaseAsync() };
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);
        (await gateway.Api.AlertAsync(Alert("before"))).Answer.Code.ShouldBe(200);

        await postgres.StopAsync();
        await IsNotReadyAsync(gateway);
        var refused = (await gateway.Api.AlertAsync(Alert("meanwhile"))).Answer;
        refused.Code.ShouldBe(503);
        refused.ContentType.ShouldBe("application/problem+json");
        (await gateway.Api.StatusAsync("livez")).ShouldBe(200);

        await postgres.StartAsync();
        await gateway.ReadyAsync();
        (await gateway.Api.AlertAsync(Alert("meanwhile"))).Answer.Code.ShouldBe(200);
        (await gateway.Api.AllAsync()).Count.ShouldBe(2);
    }

    private static Task IsNotReadyAsync(GatewayProcess gateway) => Eventually.TrueAsync(
        async () => await gateway.Api.StatusAsync("readyz") == 503, "it says that it is not ready", cancellation: TestContext.Current.CancellationToken);

    private static string Alert(string name) =>
        AlertBody.Firing(AlertBody.Labels("shop", name), TimeProvider.System.GetUtcNow());
}
