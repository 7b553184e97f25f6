using System.Diagnostics;
using System.Text.Json;
using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Custom;

/// <summary>What a plugin of somebody else may do: its host lives on.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_plugin_gets_its_call_and_gives_its_answer_from_a_process_of_its_own()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();

        var result = await samples.RunAsync("custom.echo", """{"text":"hi"}""");

        result.Message.ShouldBe("said");
        using var data = JsonDocument.Parse(result.Data!);
        data.RootElement.GetProperty("arguments").GetProperty("text").GetString().ShouldBe("hi");
        data.RootElement.GetProperty("incident").GetString().ShouldBe("INC-7");
        data.RootElement.GetProperty("actor").GetString().ShouldBe("ann");
        data.RootElement.GetProperty("process").GetInt32().ShouldNotBe(Environment.ProcessId);
    }

    [Fact]
    public async Task A_plugin_reads_its_settings_as_they_are_now_and_knows_its_trace()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();
        var echo = samples.Plugins.OfType<IDiagnosticPlugin>().Single(plugin => plugin.Manifest.Name == "custom.echo");
        var call = SamplePlugins.Call() with { Settings = new OneSetting("greeting", "moin"), TraceId = "abc" };

        using var data = JsonDocument.Parse((await echo.RunAsync(call, SamplePlugins.Token)).Data!);

        data.RootElement.GetProperty("setting").GetString().ShouldBe("moin");
        data.RootElement.GetProperty("trace").GetString().ShouldBe("abc");
    }

    [Fact]
    public async Task An_exception_of_a_plugin_is_told_and_the_next_call_works()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();

        (await samples.RunAsync("custom.throws")).Error.ShouldBe("custom.throws threw InvalidOperationException: the cable is out");

        (await samples.RunAsync("custom.echo")).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task A_plugin_that_takes_its_process_with_it_is_started_again()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();

        (await samples.RunAsync("custom.dies")).Error.ShouldStartWith("custom.dies: its process ended");

        (await samples.RunAsync("custom.echo")).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task A_process_that_keeps_ending_is_not_started_for_a_while()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();
        for (var death = 0; death < 5; death++)
            await samples.RunAsync("custom.dies");

        (await samples.RunAsync("custom.echo")).Error.ShouldNotBeNull().ShouldContain("its process keeps ending");
    }

    [Fact]
    public async Task A_plugin_that_does_not_return_is_ended_when_its_time_is_up()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();
        using var deadline = new CancellationTokenSource();

        var call = samples.RunAsync("custom.hangs", cancellationToken: deadline.Token);
        await deadline.CancelAsync();

        (await call).Error.ShouldBe("custom.hangs: it did not stop when its time was up");
        (await samples.RunAsync("custom.echo")).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task A_plugin_that_takes_all_memory_has_only_its_own()
    {
        await using var samples = await new SamplePlugins(new() { MemoryMegabytes = 64 }).LoadedAsync();
        var before = Process.GetCurrentProcess().WorkingSet64;

        var result = await samples.RunAsync("custom.leaks");

        result.Success.ShouldBeFalse();
        (Process.GetCurrentProcess().WorkingSet64 - before).ShouldBeLessThan(32 * 1024 * 1024);
        (await samples.RunAsync("custom.echo")).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_plugin_prints_goes_to_the_log_and_disturbs_nothing()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();

        var result = await samples.RunAsync("custom.prints");

        result.ShouldBe(PluginResult.Ok("""{"printed":true}""", ""));
        await Eventually.TrueAsync(() => samples.Log.Said.Any(said => said.Text.EndsWith("printed: printed", StringComparison.Ordinal)), "the line is in the log", cancellation: SamplePlugins.Token);
        samples.Log.Said.Count.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_plugin_does_not_see_what_is_secret_to_its_host()
    {
        Environment.SetEnvironmentVariable("AIFIXER_TEST_SECRET", "x");
        Environment.SetEnvironmentVariable("CUSTOM_TEST_TOKEN", "y");
        await using var samples = await new SamplePlugins().LoadedAsync();

        var seen = JsonSerializer.Deserialize<string[]>((await samples.RunAsync("custom.secrets")).Data!)!;

        seen.ShouldContain("CUSTOM_TEST_TOKEN");
        seen.ShouldNotContain("AIFIXER_TEST_SECRET");
    }

    [Fact]
    public async Task A_class_that_cannot_be_made_is_told_and_the_others_are_there()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();

        samples.Failures.ShouldBe([new PluginFailure("AiFixer.SamplePlugins", "AiFixer.SamplePlugins.Broken: no licence")]);
        samples.Plugins.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_remediation_leaves_only_while_it_may()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();
        using var folder = new TempFolder();
        var file = folder.File("lamp");
        var plugin = samples.Plugins.OfType<IRemediationPlugin>().Single();
        var call = SamplePlugins.Call(JsonSerializer.Serialize(new { file, word = "on" }));

        var plan = (await plugin.PreviewAsync(call with { DryRun = true }, SamplePlugins.Token)).Plan.ShouldNotBeNull();
        (await plugin.ExecuteAsync(call with { MayLeave = () => false }, plan, SamplePlugins.Token)).NotSent.ShouldBeTrue();
        File.Exists(file).ShouldBeFalse();
        (await plugin.ExecuteAsync(call, plan, SamplePlugins.Token)).Outcome.ShouldBe(ExecuteOutcome.Done);
        (await plugin.ObserveAsync(call, plan, SamplePlugins.Token)).Applied.ShouldBe(ExecuteOutcome.Done);
        File.ReadAllText(file).ShouldBe("on");
    }
}
