using System.Text.Json;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Eval;

/// <summary><c>aifixer eval</c> as a program of its own, in an empty folder and without a service.</summary>
public sealed class EvalCommandTests
{
    private static string Cases => Path.Combine(EvalCases.Root, "tests", "AiFixer.Tests", "Playground", "Cases", "Data");

    [Fact]
    public async Task It_prints_one_object_and_leaves_nothing_behind()
    {
        using var folder = new TempFolder();

        var (code, output) = await RunAsync(folder, "--cases", Cases, "--json");

        code.ShouldBe(0, output);
        JsonSerializer.Deserialize<JsonElement>(output).GetProperty("cases").GetArrayLength().ShouldBe(2);
        output.ShouldContain("warm_up_ms");
        (await RunAsync(folder, "--cases", Cases, "--json", "--cold")).Output.ShouldNotContain("warm_up_ms");
        Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    /// <summary>Suites that were made hard on purpose: what is known of them now, and never less.</summary>
    private static readonly Dictionary<string, double> Floors = new() { ["bank"] = 0.7, ["city"] = 0.75, ["media"] = 0.6, ["saas"] = 0.65, ["game"] = 0.8, ["cluster3"] = 0.8, ["fleet"] = 0.8 };

    [Fact]
    public async Task The_incidents_of_this_repository_are_told_apart_and_no_innocent_change_is_blamed_without_doubt()
    {
        using var folder = new TempFolder();

        var (code, output) = await RunAsync(folder, "--cases", Path.Combine(EvalCases.Root, "eval", "cases"), "--json");

        code.ShouldBe(0, output);
        foreach (var suite in JsonSerializer.Deserialize<JsonElement>(output).GetProperty("suites").EnumerateObject())
        {
            ((double)Count(suite, "passed") / Count(suite, "cases")).ShouldBeGreaterThanOrEqualTo(Floors.GetValueOrDefault(suite.Name, 0.85), suite.Name);
            Count(suite, "decoys_confirmed").ShouldBe(0, suite.Name);
            Count(suite, "invented").ShouldBe(0, suite.Name);
        }
    }

    [Fact]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_wrong()
    {
        using var folder = new TempFolder();

        (await RunAsync(folder, "--cases", folder.Path)).ShouldSatisfyAllConditions(end => end.Code.ShouldBe(2), end => end.Output.ShouldContain("there are no cases in"));
        (await RunAsync(folder)).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Models_that_are_not_configured_cannot_be_wanted()
    {
        using var folder = new TempFolder();

        var (code, output) = await RunAsync(folder, "--cases", Cases, "--analyst", "chain");

        code.ShouldBe(2);
        output.ShouldContain("no model is configured");
    }

    private static int Count(JsonProperty suite, string name) => suite.Value.GetProperty(name).GetInt32();

    private static Task<(int Code, string Output)> RunAsync(TempFolder folder, params IReadOnlyList<string> arguments) =>
        GatewayProcess.RunAsync(new GatewaySettings { DataFolder = folder.Path }, ["eval", .. arguments]);
}
