using System.Text.Json;
using AiFixer.TestSupport;
using Given = AiFixer.Tests.Playground.Cases.CaseFolders;
using static AiFixer.Tests.Gateway.Eval.EvalRun;

namespace AiFixer.Tests.Gateway.Eval;

public sealed class WarmUpTests
{
    [Fact]
    public async Task What_a_process_does_once_is_told_beside_the_cases()
    {
        var (code, output, _) = await RunAsync(Given.Own, cold: false);

        code.ShouldBe(0);
        var report = JsonSerializer.Deserialize<JsonElement>(output);
        report.GetProperty("warm_up_ms").GetInt64().ShouldBeGreaterThan(0);
        report.GetProperty("cases").GetArrayLength().ShouldBe(2);
        report.GetProperty("suites").GetProperty("own").GetProperty("cases").GetInt32().ShouldBe(2, "nothing is counted twice");
    }

    [Fact]
    public async Task A_cold_run_has_none()
    {
        var (_, output, _) = await RunAsync(Given.Own, cold: true);

        JsonSerializer.Deserialize<JsonElement>(output).TryGetProperty("warm_up_ms", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task People_are_told_as_well()
    {
        var (_, output, _) = await RunAsync(Given.Own, json: false, cold: false);

        output.ShouldMatch(@"beside these times: \d+\.\d s to get going");
    }

    [Fact]
    public async Task A_broken_first_case_is_named_once()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("suite/a-empty"));
        var whole = Path.Combine(Given.Own, "shop-memory");
        Directory.CreateDirectory(folder.File("suite/whole"));
        foreach (var file in Directory.EnumerateFiles(whole))
            File.Copy(file, folder.File($"suite/whole/{Path.GetFileName(file)}"));

        var (code, output, errors) = await RunAsync(folder.Path, cold: false);

        code.ShouldBe(1);
        errors.Split("a-empty could not run").Length.ShouldBe(2);
        JsonSerializer.Deserialize<JsonElement>(output).GetProperty("cases").GetArrayLength().ShouldBe(1);
    }
}
