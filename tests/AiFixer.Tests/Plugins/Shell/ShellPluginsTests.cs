using System.Text.Json;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Shell;

public sealed class ShellPluginsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly PluginsOptions options = new();

    public ShellPluginsTests()
    {
        options.Shell.Enabled = true;
        options.Shell.Folders.Add(folder.File("logs"));
        Directory.CreateDirectory(folder.File("logs"));
        options.Host.ReadRetries = 0;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_command_of_the_list_is_run_and_told()
    {
        var result = await RunAsync("df", "-h");

        result.Error.ShouldBeNull();
        var data = JsonSerializer.Deserialize<JsonElement>(result.Data!);
        data.GetProperty("exitCode").GetInt32().ShouldBe(0);
        data.GetProperty("output").GetString()!.ShouldContain("Filesystem");
    }

    [Theory]
    [InlineData("rm", "-rf", "/")]
    [InlineData("bash", "-c", "id")]
    [InlineData("df", "-h", "--output=x")]
    [InlineData("df -h")]
    [InlineData("/usr/bin/df", "-h")]
    [InlineData("env")]
    [InlineData("cat", "/etc/shadow")]
    public async Task Any_other_command_is_refused(params string[] command)
    {
        var result = await RunAsync(command);

        result.Success.ShouldBeFalse();
        result.Error!.ShouldContain("may ");
    }

    [Fact]
    public async Task Files_are_read_where_they_really_are_and_from_the_folders_alone()
    {
        var log = folder.File("logs/app.log");
        await File.WriteAllTextAsync(log, "hello\n", Stop);
        await File.WriteAllTextAsync(folder.File("secret"), "secret", Stop);
        File.CreateSymbolicLink(folder.File("logs/link"), folder.File("secret"));
        Directory.CreateSymbolicLink(folder.File("logs/out"), folder.Path);
        await ChildProcess.RunAsync(new("mkfifo", folder.File("logs/pipe")));

        (await RunAsync("cat", log)).Data!.ShouldContain("hello");
        foreach (var other in new[] { "logs/link", "logs/../secret", "logs/out/secret", "secret", "logs/pipe", "logs/none", "logs" })
            (await RunAsync("cat", folder.File(other))).Error!.ShouldStartWith("cat may be run as: ", customMessage: other);
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_killed()
    {
        options.Shell.Read.Add("sleep {number:1-600}");

        var result = await RunAsync(new { command = new[] { "sleep", "600" }, timeout = 1 });

        result.Error.ShouldBe("sleep did not end within 1 s and was killed");
    }

    [Theory]
    [InlineData("""{"command":"df -h"}""", "$.command")]
    [InlineData("""{"command":[]}""", "$.command")]
    [InlineData("""{"command":["df","-h\n"]}""", "$.command[1]")]
    [InlineData("""{"command":["df"],"timeout":1000}""", "$.timeout")]
    [InlineData("""{"command":["df"],"shell":true}""", "$.shell")]
    public async Task Arguments_of_another_kind_are_refused(string arguments, string where) =>
        (await RunAsync((object)arguments)).Error!.ShouldContain(where);

    [Fact]
    public async Task Without_being_asked_for_neither_is_offered()
    {
        options.Shell.Enabled = false;

        (await RunAsync("df", "-h")).Error.ShouldBe("shell.exec is not configured: Plugins:Shell:Enabled");
        (await PreviewAsync("touch", "x")).Error.ShouldBe("shell.exec_write is not configured: Plugins:Shell:Write");
    }

    [Fact]
    public async Task A_configured_command_runs_as_it_was_approved()
    {
        options.Shell.Write.Add("touch {path}");
        await File.WriteAllTextAsync(folder.File("logs/flag"), "", Stop);
        File.SetLastWriteTimeUtc(folder.File("logs/flag"), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var plan = (await PreviewAsync("touch", folder.File("logs/flag"))).Plan!;

        var stale = await ExecuteAsync(plan with { Payload = "[\"touch\",\"/etc/x\"]" }, "touch", folder.File("logs/flag"));
        var result = await ExecuteAsync(plan, "touch", folder.File("logs/flag"));

        plan.Call.ShouldBe($"[\"touch\",\"{folder.File("logs/flag")}\"]");
        plan.Diff.ShouldContain("+reason: because");
        (stale.Outcome, stale.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        result.Outcome.ShouldBe(ExecuteOutcome.Done);
        File.GetLastWriteTimeUtc(folder.File("logs/flag")).Year.ShouldBeGreaterThan(2020);
        (await PreviewAsync("touch", "/etc/x")).Error!.ShouldStartWith("touch may be run as: ");
        (await PreviewAsync("df", "-h")).Error!.ShouldStartWith("'df' may not be run");
    }

    [Fact]
    public async Task A_command_that_fails_may_have_done_half()
    {
        options.Shell.Write.Add("false");
        var plan = (await PreviewAsync("false")).Plan!;

        (await ExecuteAsync(plan, "false")).Outcome.ShouldBe(ExecuteOutcome.Unknown);
    }

    [Fact]
    public void Shapes_that_cannot_be_read_are_said_by_their_key()
    {
        options.Shell.Read.Add("x {nothing}");
        options.Shell.Write.AddRange(["ok", "-x"]);
        options.Shell.Folders.Add("/");

        options.Problems().Select(p => p.Split(": ")[0]).ShouldBe(["Plugins:Shell:Read:0", "Plugins:Shell:Write:1", "Plugins:Shell:Folders:1"]);
    }

    private Task<PluginResult> RunAsync(params string[] command) => RunAsync(new { command });

    private async Task<PluginResult> RunAsync(object arguments)
    {
        using var setup = Setup();
        return await setup.Host.RunAsync("shell.exec", Call(arguments), Stop);
    }

    private async Task<PreviewResult> PreviewAsync(params string[] command)
    {
        using var setup = Setup();
        return await setup.Host.PreviewAsync("shell.exec_write", Call(new { command, reason = "because" }), Stop);
    }

    private async Task<ExecuteResult> ExecuteAsync(ActionPlan plan, params string[] command)
    {
        using var setup = Setup();
        return await setup.Host.ExecuteAsync("shell.exec_write", Call(new { command, reason = "because" }), plan, Stop);
    }

    private PluginSetup Setup() => PluginSetup.Create(options, TimeProvider.System, NullLoggerFactory.Instance);

    private static PluginCall Call(object arguments) =>
        new(arguments as string ?? JsonSerializer.Serialize(arguments), "INC-1", "INC-1-A1", "tester", TimeProvider.System.GetUtcNow());
}
