using AiFixer.Cluster.Tests.Processes;
using AiFixer.EndToEnd.Support;
using AiFixer.Grains.Membership;
using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Cluster.Tests.Silos;

/// <summary>Silos that know of each other through PostgreSQL alone.</summary>
[Collection(AloneCollection.Name)]
public sealed class PostgresMembershipTests(SharedPostgres postgres)
{
    private const int Active = 3;
    private const int Dead = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_that_start_at_once_on_an_empty_database_find_each_other_and_notice_when_one_dies()
    {
        using var folder = new TempFolder();
        var database = await postgres.CreateDatabaseAsync();
        await using var one = GatewayProcess.Start(OneSilo.On(database, folder.File("1")));
        await using var two = GatewayProcess.Start(OneSilo.On(database, folder.File("2")));
        await using var three = GatewayProcess.Start(OneSilo.On(database, folder.File("3")));
        await Task.WhenAll(one.ReadyAsync(), two.ReadyAsync(), three.ReadyAsync());
        await Eventually.TrueAsync(async () => await CountAsync(database, Active) == 3, "three silos are in the cluster", cancellation: Stop);

        await two.KillAsync();

        await Eventually.TrueAsync(
            async () => (await CountAsync(database, Active), await CountAsync(database, Dead)) == (2, 1), "the others agree that it is dead", cancellation: Stop);
        one.Process.HasExited.ShouldBeFalse();
        three.Process.HasExited.ShouldBeFalse();
    }

    private static async Task<long> CountAsync(string database, int status)
    {
        await using var source = NpgsqlDataSource.Create(ClusterDatabase.At(database));
        await using var command = source.CreateCommand($"select count(*) from silos where status = {status}");
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
