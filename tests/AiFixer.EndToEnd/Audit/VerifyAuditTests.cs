using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Audit;

/// <summary>What an operator is told about a store that somebody changed while nothing ran on it.</summary>
public sealed class VerifyAuditTests(SharedPostgres postgres)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_byte_that_was_changed_is_told_with_its_incident_and_by_the_exit_code(bool usePostgres)
    {
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path, Postgres = usePostgres ? await postgres.CreateDatabaseAsync() : null };
        var (changed, neighbour) = await WrittenAsync(settings);
        var (sound, before) = await GatewayProcess.RunAsync(settings, "verify-audit");
        sound.ShouldBe(0, before);

        await StoredEntry.ChangeAsync(settings, changed, version: 1);
        var (code, output) = await GatewayProcess.RunAsync(settings, "verify-audit");

        code.ShouldBe(1, output);
        output.ShouldContain($"{changed} version 1");
        output.ShouldNotContain(neighbour);
        output.ShouldContain("the audit trail was changed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_was_taken_out_is_told_with_its_incident_and_by_the_exit_code(bool usePostgres)
    {
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path, Postgres = usePostgres ? await postgres.CreateDatabaseAsync() : null };
        var (changed, neighbour) = await WrittenAsync(settings);

        await StoredEntry.RemoveAsync(settings, changed, version: 1);
        var (code, output) = await GatewayProcess.RunAsync(settings, "verify-audit");

        code.ShouldBe(1, output);
        output.ShouldContain(changed);
        output.ShouldNotContain(neighbour);
    }

    /// <summary>Two incidents, and a gateway that has ended well.</summary>
    private static async Task<(string Changed, string Neighbour)> WrittenAsync(GatewaySettings settings)
    {
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);
        var (_, changed) = await gateway.Api.AlertAsync(Alert("checkout"));
        var (_, neighbour) = await gateway.Api.AlertAsync(Alert("catalog"));
        gateway.Process.Send(Signal.Terminate);
        (await gateway.Process.ExitedAsync()).ShouldBe(0, gateway.Process.Describe("did not end well"));
        return (changed!, neighbour!);
    }

    private static string Alert(string deployment) =>
        AlertBody.Firing(AlertBody.Labels("shop", deployment), TimeProvider.System.GetUtcNow());
}
