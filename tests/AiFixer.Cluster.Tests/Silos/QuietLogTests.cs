using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Silos;

public sealed class QuietLogTests(SharedPostgres postgres)
{
    private const int AFewLines = 40;

    [Fact]
    public async Task A_silo_says_nothing_of_how_Orleans_is_set_up()
    {
        using var folder = new TempFolder();
        await using var silo = await GatewayProcess.StartReadyAsync(OneSilo.On(await postgres.CreateDatabaseAsync(), folder.Path));

        silo.Process.Output.ShouldNotContain(line => line.StartsWith("info: Orleans", StringComparison.Ordinal));
        silo.Process.Output.Count.ShouldBeLessThan(AFewLines, string.Join(Environment.NewLine, silo.Process.Output));
    }
}
