using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class RefusesToStartTests
{
    [Fact]
    public async Task Others_can_reach_it_only_with_keys()
    {
        var said = await RefusalAsync(("Gateway:Urls", $"http://0.0.0.0:{FreePort.Next()}"));

        said.ShouldContain("Gateway:ApiKeys");
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_settings_is_said_at_once()
    {
        var said = await RefusalAsync(
            ("Workflow:ApprovalTimeout", "soon"),
            ("Storage:Provider", "paper"),
            ("Plugins:Kubernetes:default:Server", "nowhere"));

        said.ShouldContain("Workflow:ApprovalTimeout");
        said.ShouldContain("Storage:Provider");
        said.ShouldContain("Plugins:Kubernetes:default:Server");
        said.ShouldNotContain("Unhandled exception", Case.Sensitive, "a stack trace explains nothing to its reader");
    }

    private static async Task<string> RefusalAsync(params IReadOnlyList<(string Key, string Value)> settings)
    {
        using var folder = new TempFolder();
        var start = settings.Aggregate(new GatewaySettings { DataFolder = folder.Path }, (all, one) => all.With(one.Key, one.Value));
        var (code, output) = await GatewayProcess.RunAsync(start);
        code.ShouldNotBe(0);
        return output;
    }
}
