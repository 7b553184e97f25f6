using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Images;

/// <summary>What an image asks its own process, for there is nothing else in it to ask with.</summary>
public sealed class HealthCommandTests
{
    [Fact]
    public async Task A_process_that_lives_is_told_from_one_that_does_not()
    {
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path };
        string[] ask;
        await using (var gateway = await GatewayProcess.StartReadyAsync(settings))
        {
            ask = ["health", "--url", gateway.Address.ToString()];
            (await GatewayProcess.RunAsync(settings, ask)).ShouldBe((0, ""));
            (await GatewayProcess.RunAsync(settings, [.. ask, "--ready"])).ShouldBe((0, ""));
        }

        var (code, output) = await GatewayProcess.RunAsync(settings, ask);

        code.ShouldBe(1);
        output.ShouldContain("does not answer");
    }
}
