using AiFixer.Gateway.Commands;
using AiFixer.Hosting.Configuration;
using AiFixer.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Deployment.Settings;

/// <summary>Every variable that a manifest gives a gateway that runs incidents itself is a setting that it reads.</summary>
public sealed class ManifestSettingsTests
{
    [Theory]
    [InlineData("single")]
    [InlineData("single-postgres")]
    public async Task Every_variable_is_read_and_none_is_wrong(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);
        var maps = await bench.ListAsync("v1/configmaps");
        var gateway = (await Workload.AllAsync(bench)).Single(workload => workload.IsOurs);

        var variables = ContainerVariables.Of(gateway, maps);

        variables.Count.ShouldBeGreaterThan(10);
        var (unread, problems) = Read(variables);
        unread.ShouldBeEmpty();
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Storage__Provder")]
    [InlineData("Plugins__Kubernetes__default__InClusters")]
    [InlineData("Gateway__ApiKeys__0__Rolle")]
    [InlineData("Polcy__Mode")]
    public void A_misspelt_variable_is_found(string name) => Read(new Dictionary<string, string> { [name] = "x" }).Unread.ShouldBe([name]);

    private static (IReadOnlyList<string> Unread, IReadOnlyList<string> Problems) Read(IReadOnlyDictionary<string, string> variables)
    {
        using var folder = new TempFolder();
        var asked = new AskedSettings(variables, folder);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.Sources.Clear();
        ((IConfigurationBuilder)builder.Configuration).Add(asked);
        var problems = new ConfigurationProblems();

        Startup.Compose(builder, problems);

        return (asked.Unread, problems.Found);
    }
}
