using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class ShutdownTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task It_ends_cleanly_while_a_browser_watches_and_the_next_start_needs_no_patience()
    {
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path };
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);
        await gateway.Api.AlertAsync(AlertBody.Firing(AlertBody.Labels("shop", "checkout"), TimeProvider.System.GetUtcNow()));
        using var http = new HttpClient();
        await using var watching = await http.GetStreamAsync(new Uri(gateway.Address, "api/v1/events"), TestContext.Current.CancellationToken);

        gateway.Process.Send(Signal.Terminate);

        (await gateway.Process.ExitedAsync(Promised)).ShouldBe(0, gateway.Process.Describe("did not end well"));
        await using var next = await GatewayProcess.StartReadyAsync(settings);
        (await next.Api.AllAsync()).Count.ShouldBe(1);
        next.Process.Output.ShouldNotContain(line => line.Contains("waiting, in case", StringComparison.Ordinal), "the lease was given back");
    }
}
