using AiFixer.TestSupport;

namespace AiFixer.Tests.Deployment;

/// <summary>What is given away to be put elsewhere.</summary>
public sealed class DeployTests
{
    [Fact]
    public async Task Alertmanager_takes_the_receiver()
    {
        var amtool = Installed.Find("amtool").ShouldNotBeNull("it comes with prometheus-alertmanager");

        var said = string.Join('\n', await ChildProcess.RunAsync(new(amtool, ["check-config", Path.Combine(SourceFolder.Root, "deploy/alertmanager/alertmanager.yml")])));

        said.ShouldContain("SUCCESS");
        said.ShouldContain("1 receivers");
    }
}
