using System.Text.Json;
using AiFixer.Gateway.Commands;
using AiFixer.Gateway.Commands.Eval;
using AiFixer.TestSupport;
using Given = AiFixer.Tests.Playground.Cases.CaseFolders;
using static AiFixer.Tests.Gateway.Eval.EvalRun;

namespace AiFixer.Tests.Gateway.Eval;

public sealed class EvalProgramTests
{
    private static readonly string One = Path.Combine(Given.Own, "shop-memory");

    [Fact]
    public async Task A_folder_of_cases_is_a_suite()
    {
        var (code, output, errors) = await RunAsync(Given.Own);

        (code, errors).ShouldBe((0, ""));
        Names(output).ShouldBe(["shop-flag", "shop-memory"]);
    }

    [Fact]
    public async Task A_folder_of_suites_is_all_their_cases()
    {
        using var folder = new TempFolder();
        Copy(One, folder.File("own/first"));
        Copy(Path.Combine(Given.Own, "shop-flag"), folder.File("other/second"));
        await File.WriteAllTextAsync(folder.File("own/README.md"), "About this suite.", TestContext.Current.CancellationToken);

        var (code, output, _) = await RunAsync(folder.Path);

        code.ShouldBe(0);
        Names(output).ShouldBe(["shop-flag", "shop-memory"]);
    }

    [Fact]
    public async Task A_case_alone_can_be_run()
    {
        var (code, output, _) = await RunAsync(One + Path.DirectorySeparatorChar);

        code.ShouldBe(0);
        Names(output).ShouldBe(["shop-memory"]);
    }

    [Fact]
    public async Task The_report_has_every_field_that_is_promised()
    {
        var (_, output, _) = await RunAsync(Given.Own);
        var report = JsonSerializer.Deserialize<JsonElement>(output);

        Fields(report).ShouldBe(["suites", "cases"]);
        Fields(report.GetProperty("suites").GetProperty("own")).ShouldBe(
        [
            "cases", "passed", "category", "culprit_asked", "culprit_right", "decoys_blamed", "decoys_confirmed", "mentions", "first_service",
            "blast_radius", "invented", "ms_median",
        ]);
        Fields(report.GetProperty("cases")[0]).ShouldBe(
            ["id", "suite", "passed", "category", "verdict", "culprit", "first_failing_service", "blast_radius", "remediation", "missing", "ms"]);
        report.GetProperty("cases")[0].GetProperty("verdict").GetString().ShouldBeOneOf("CONFIRMED", "LIKELY", "INCONCLUSIVE");
    }

    [Fact]
    public async Task A_case_that_cannot_run_is_named_with_its_reason_and_the_others_run()
    {
        using var folder = new TempFolder();
        Copy(One, folder.File("whole"));
        Copy(One, folder.File("broken"));
        await File.WriteAllTextAsync(folder.File("broken/metrics.csv"), "time,value", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.File("empty"));

        var (code, output, errors) = await RunAsync(folder.Path);

        code.ShouldBe(1);
        Names(output).ShouldBe(["shop-memory"]);
        errors.ShouldContain("broken could not run: ");
        errors.ShouldContain("metrics.csv:1: must begin with");
        errors.ShouldContain("empty could not run: ");
    }

    [Theory]
    [InlineData("expected.json", null, "expected.json is missing")]
    [InlineData("expected.json", """{"category": 5}""", "category must be a text")]
    [InlineData("expected.json", """{"category": "network", "decoys": [1]}""", "decoys must be a list of texts")]
    [InlineData("alert.json", """{"alerts": 1}""", "alert.json: ")]
    [InlineData("alert.json", """{"version": "4", "status": "resolved", "alerts": []}""", "alert.json: no alert fires")]
    public async Task What_cannot_be_asked_or_scored_cannot_run(string file, string? text, string reason)
    {
        using var folder = new TempFolder();
        Copy(One, folder.File("one"));
        if (text is null)
            File.Delete(folder.File($"one/{file}"));
        else
            await File.WriteAllTextAsync(folder.File($"one/{file}"), text, TestContext.Current.CancellationToken);

        var (code, _, errors) = await RunAsync(folder.Path);

        code.ShouldBe(1);
        errors.ShouldContain(reason);
    }

    [Fact]
    public async Task Only_the_wanted_cases_run()
    {
        var (code, output, _) = await RunAsync(Given.Own, only: ["shop-flag"]);

        code.ShouldBe(0);
        Names(output).ShouldBe(["shop-flag"]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_one_without_cases_and_an_unknown_case_are_wrong_usage()
    {
        using var folder = new TempFolder();

        (await RunAsync(folder.File("nowhere"))).Code.ShouldBe(2);
        (await RunAsync(folder.Path)).Code.ShouldBe(2);
        (await RunAsync(Given.Own, only: ["shop-nothing"])).Errors.ShouldContain("there is no case shop-nothing");
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("eval --cases")]
    [InlineData("eval --cases here --analyst oracle")]
    [InlineData("eval --cases here --loud")]
    public async Task Arguments_that_are_not_understood_are_wrong_usage(string line) => (await CommandLine.RunAsync(line.Replace("here", One, StringComparison.Ordinal).Split(' '))).ShouldBe(2);

    [Fact]
    public async Task People_get_a_table_and_the_whole_diagnosis_when_they_ask_for_it()
    {
        var (_, output, _) = await RunAsync(Given.Own, json: false, explain: true);

        output.ShouldContain("== shop-memory: ");
        output.ShouldContain("suite  passed  category");
    }

    [Fact]
    public async Task Varied_cases_are_counted_by_the_way_they_were_varied()
    {
        var (code, output, _) = await RunAsync(Given.Own, vary: true);
        var variations = JsonSerializer.Deserialize<JsonElement>(output).GetProperty("variations");

        code.ShouldBe(0);
        variations.GetProperty("kinds").GetProperty("renamed").GetProperty("cases").GetInt32().ShouldBe(2);
        variations.GetProperty("kinds").GetProperty("no-decoys").GetProperty("cases").GetInt32().ShouldBe(1);
        variations.GetProperty("without_culprit").GetProperty("cases").GetInt32().ShouldBe(0);
        (await RunAsync(Given.Own, json: false, vary: true)).Output.ShouldContain("verdict stayed");
    }

    [Fact]
    public async Task Every_given_case_runs()
    {
        Assert.SkipWhen(Given.Given is null, "the frozen incidents are not beside the repository");

        var (code, output, errors) = await RunAsync(Given.Given!);

        (code, errors).ShouldBe((0, ""));
        Names(output).Count.ShouldBe(Given.Below(Given.Given!).Count);
    }

    private static List<string?> Names(string json) =>
        [.. JsonSerializer.Deserialize<JsonElement>(json).GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("id").GetString())];

    private static IEnumerable<string> Fields(JsonElement whole) => whole.EnumerateObject().Select(field => field.Name);

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
