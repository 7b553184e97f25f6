using AiFixer.Gateway.Commands;
using AiFixer.Hosting.Configuration;
using AiFixer.Silo;
using AiFixer.TestSupport;
using AiFixer.Tests.Deployment;
using AiFixer.Tests.Deployment.Compose;
using AiFixer.Tests.Deployment.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Cluster.Tests.Manifests;

/// <summary>Every variable that manifests and the compose file give a silo or a gateway before silos is a setting that it reads.</summary>
public sealed class ClusterManifestTests
{
    [Theory]
    [InlineData("cluster")]
    [InlineData("cluster-redis")]
    [InlineData("example")]
    public async Task Every_variable_of_a_manifest_is_read_and_none_is_wrong(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);
        var maps = await bench.ListAsync("v1/configmaps");

        foreach (var workload in (await Workload.AllAsync(bench)).Where(workload => workload.IsOurs))
            Check(workload.Name, workload.IsSilo, ContainerVariables.Of(workload, maps));
    }

    [Fact]
    public void Every_variable_of_the_compose_file_is_read_and_none_is_wrong()
    {
        foreach (var (name, service) in ComposeFile.Read().Services.Where(pair => ComposeFile.IsOurs(pair.Value)))
            Check(name, name.StartsWith("silo", StringComparison.Ordinal), ComposeFile.Environment(service));
    }

    [Fact]
    public async Task Gateways_that_share_their_keys_read_where()
    {
        await using var bench = await ClusterBench.WithAsync("cluster");
        var gateway = (await Workload.AllAsync(bench)).Single(workload => workload is { IsOurs: true, IsSilo: false });
        var variables = new Dictionary<string, string>(ContainerVariables.Of(gateway, await bench.ListAsync("v1/configmaps"))) { ["Storage__KeyFolder"] = "/shared-keys" };

        Check("gateway", isSilo: false, variables);
    }

    [Theory]
    [InlineData("Cluster__Adress", true)]
    [InlineData("Cluster__Member", false)]
    public void A_misspelt_variable_is_found(string name, bool isSilo) =>
        Read(isSilo, new Dictionary<string, string> { ["Engine"] = "cluster", [name] = "x" }).Unread.Where(unread => unread != "Engine").ShouldBe([name]);

    private static void Check(string name, bool isSilo, IReadOnlyDictionary<string, string> variables)
    {
        var (unread, problems) = Read(isSilo, variables);
        variables.Count.ShouldBeGreaterThan(10, name);
        unread.ShouldBeEmpty(name);
        problems.ShouldBeEmpty(name);
    }

    private static (IReadOnlyList<string> Unread, IReadOnlyList<string> Problems) Read(bool isSilo, IReadOnlyDictionary<string, string> variables)
    {
        using var folder = new TempFolder();
        var asked = new AskedSettings(variables, folder);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.Sources.Clear();
        ((IConfigurationBuilder)builder.Configuration).Add(asked);
        var problems = new ConfigurationProblems();
        if (isSilo)
            SiloProgram.Compose(builder, problems);
        else
            Startup.Compose(builder, problems);
        return (asked.Unread, problems.Found);
    }
}
