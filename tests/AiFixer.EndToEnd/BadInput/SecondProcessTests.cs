using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class SecondProcessTests(SharedPostgres postgres)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_process_on_the_same_database_ends_and_says_why(bool usePostgres)
    {
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path, Postgres = usePostgres ? await postgres.CreateDatabaseAsync() : null };
        await using var first = await GatewayProcess.StartReadyAsync(settings);

        await using var second = GatewayProcess.Start(settings);
        var code = await second.Process.ExitedAsync();

        code.ShouldNotBe(0);
        var said = string.Join('\n', second.Process.Output);
        said.ShouldContain("Another AiFixer works on this database");
        said.ShouldNotContain("Hosting failed to start");
        said.ShouldNotContain("   at AiFixer.", Case.Sensitive, "a stack trace explains nothing to its reader");
        said.ShouldNotContain("Unhandled exception", Case.Sensitive, "a stack trace explains nothing to its reader");
        (await first.Api.StatusAsync("readyz")).ShouldBe(200);
    }
}
