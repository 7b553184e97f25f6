using System.Text.Json;
using AiFixer.Plugins.Hosting;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Custom;

public sealed class CustomPluginsTests
{
    [Fact]
    public async Task A_folder_that_is_not_there_has_no_plugins()
    {
        await using var samples = new SamplePlugins();

        await samples.Custom.LoadAsync(SamplePlugins.Token);

        samples.Plugins.ShouldBeEmpty();
        samples.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_put_there_later_is_loaded_once_it_stays_the_same()
    {
        await using var samples = new SamplePlugins();
        await samples.Custom.LoadAsync(SamplePlugins.Token);
        samples.Copy();

        await samples.Custom.ScanAsync(SamplePlugins.Token);
        samples.Plugins.ShouldBeEmpty();
        await samples.Custom.ScanAsync(SamplePlugins.Token);

        samples.Plugins.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_replaced_runs_in_a_new_process()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();
        var before = await ProcessAsync(samples);

        File.SetLastWriteTimeUtc(Path.Combine(samples.Path, "AiFixer.SamplePlugins.dll"), DateTime.UnixEpoch);
        await samples.Custom.ScanAsync(SamplePlugins.Token);
        await samples.Custom.ScanAsync(SamplePlugins.Token);

        (await ProcessAsync(samples)).ShouldNotBe(before);
    }

    [Fact]
    public async Task What_is_taken_away_is_let_go()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();
        Directory.Delete(samples.Path, recursive: true);

        await samples.Custom.ScanAsync(SamplePlugins.Token);

        samples.Plugins.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_under_way_ends_before_what_was_taken_away_does()
    {
        await using var samples = await new SamplePlugins().LoadedAsync();
        using var deadline = new CancellationTokenSource();
        var call = samples.RunAsync("custom.hangs", cancellationToken: deadline.Token);
        Directory.Delete(samples.Path, recursive: true);

        await samples.Custom.ScanAsync(SamplePlugins.Token);
        call.IsCompleted.ShouldBeFalse();
        await deadline.CancelAsync();

        (await call).Error.ShouldBe("custom.hangs: it did not stop when its time was up");
    }

    [Fact]
    public async Task What_is_no_assembly_is_told()
    {
        await using var samples = new SamplePlugins();
        samples.Copy();
        File.WriteAllText(Path.Combine(samples.Path, "AiFixer.SamplePlugins.dll"), "no assembly");

        await samples.Custom.LoadAsync(SamplePlugins.Token);

        samples.Failures.Single().Reason.ShouldContain("format");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task What_everybody_may_write_is_not_loaded()
    {
        await using var samples = new SamplePlugins();
        samples.Copy();
        var file = Path.Combine(samples.Path, "AiFixer.SamplePlugins.dll");
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherWrite);

        await samples.Custom.LoadAsync(SamplePlugins.Token);

        samples.Failures.ShouldBe([new PluginFailure("AiFixer.SamplePlugins", "everybody may write AiFixer.SamplePlugins.dll: take that right away (chmod o-w)")]);
    }

    [Fact]
    public async Task A_file_that_leads_nowhere_keeps_no_other_out()
    {
        await using var samples = new SamplePlugins();
        samples.Copy();
        File.CreateSymbolicLink(Path.Combine(Path.GetDirectoryName(samples.Path)!, ".#edited.yaml"), "/nowhere/at/all");

        await samples.Custom.LoadAsync(SamplePlugins.Token);

        samples.Failures.ShouldContain(failure => failure.Name == ".#edited.yaml" && failure.Reason.Contains("cannot be read"));
        samples.Plugins.ShouldNotBeEmpty();
    }

    private static async Task<int> ProcessAsync(SamplePlugins samples)
    {
        using var data = JsonDocument.Parse((await samples.RunAsync("custom.echo")).Data!);
        return data.RootElement.GetProperty("process").GetInt32();
    }
}
