using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Engines;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Engines;

public sealed class EngineChoiceTests
{
    [Theory]
    [InlineData(null, EngineKind.Local)]
    [InlineData("local", EngineKind.Local)]
    [InlineData("Cluster", EngineKind.Cluster)]
    public void Incidents_run_here_unless_it_is_said_otherwise(string? setting, EngineKind expected)
    {
        var problems = new ConfigurationProblems();

        EngineChoice.Read(Configured(setting), problems).ShouldBe(expected);
        problems.Found.ShouldBeEmpty();
    }

    [Fact]
    public void Anything_else_is_refused_by_its_key()
    {
        var problems = new ConfigurationProblems();

        EngineChoice.Read(Configured("cloud"), problems);

        problems.Found.ShouldBe(["Engine: must be one of Local, Cluster, not \"cloud\""]);
    }

    [Fact]
    public void A_build_without_the_cluster_is_no_surprise() => EngineChoice.FindCluster("AiFixer.NotInThisBuild").ShouldBeNull();

    private static IConfiguration Configured(string? engine) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Engine", engine), new("Engine:Workers", "4")])
        .Build();
}
