using AiFixer.Plugins.Processes;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Processes;

public sealed class ProcessRunnerTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Words_reach_the_program_as_they_are()
    {
        var report = await RunAsync(new("printf", "%s|", "a b", "$(id)", "`id`", "*", "; rm -rf /", "é\n", ""));

        (report.Ending, report.Code).ShouldBe((ProcessEnding.Exited, 0));
        report.Output.Text.ShouldBe("a b|$(id)|`id`|*|; rm -rf /|é\n||");
    }

    [Fact]
    public async Task The_environment_is_ours_alone_and_there_is_no_input()
    {
        var seen = await RunAsync(new("env") { Environment = new Dictionary<string, string> { ["DOCKER_HOST"] = "x" } });

        seen.Output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order().ShouldBe(
            ["DOCKER_HOST=x", "LANG=C.UTF-8", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]);
        (await RunAsync(new("cat"))).ShouldBe(new(ProcessEnding.Exited, 0, ProcessText.Empty, ProcessText.Empty));
        (await RunAsync(new("pwd"))).Output.Text.ShouldBe("/\n");
    }

    [Fact]
    public async Task Exit_code_and_both_streams_are_told()
    {
        var report = await RunAsync(Script("echo out; echo err >&2; exit 3"));

        report.ShouldBe(new(ProcessEnding.Exited, 3, new("out\n", 0), new("err\n", 0)));
    }

    [Fact]
    public async Task A_family_that_ignores_being_asked_is_killed_at_the_deadline()
    {
        var pids = folder.File("pids");
        const string Deaf = "trap '' TERM; echo $BASHPID >> $PIDS";
        const string Forever = "while :; do sleep 1; done";
        var order = Script($"({Deaf}; ({Deaf}; {Forever}) & {Forever}) & {Deaf}; echo begun; {Forever}") with
        {
            Timeout = TimeSpan.FromSeconds(4),
            Environment = new Dictionary<string, string> { ["PIDS"] = pids },
        };

        var report = await RunAsync(order);

        report.Ending.ShouldBe(ProcessEnding.TimedOut);
        report.Output.Text.ShouldBe("begun\n");
        var family = await File.ReadAllLinesAsync(pids, Stop);
        family.Length.ShouldBe(3);
        await GoneAsync(family);
    }

    [Fact]
    public async Task What_a_program_leaves_in_the_background_goes_with_it()
    {
        var pids = folder.File("pids");
        var report = await RunAsync(Script($"sleep 600 & echo $! > {pids}; echo done"));

        (report.Ending, report.Code, report.Output.Text).ShouldBe((ProcessEnding.Exited, 0, "done\n"));
        await GoneAsync(await File.ReadAllLinesAsync(pids, Stop));
    }

    [Fact]
    public async Task Endless_output_is_bounded()
    {
        var report = await RunAsync(new("yes", "abcdefg") { MaxOutputBytes = 1000, EndWhenFull = true });

        report.Ending.ShouldBe(ProcessEnding.TooMuchOutput);
        report.Output.Text.ShouldBe(string.Concat(Enumerable.Repeat("abcdefg\n", 125)));
        report.Output.Dropped.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_program_that_changes_something_may_go_on_after_it_wrote_too_much()
    {
        var report = await RunAsync(Script("head -c 100000 /dev/zero; exit 7") with { MaxOutputBytes = 10 });

        (report.Ending, report.Code, report.Output.Dropped).ShouldBe((ProcessEnding.Exited, 7, 99_990));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced()
    {
        var report = await RunAsync(new("printf", "a\\377b\\303\\251"));

        report.Output.ShouldBe(new("a\uFFFDbé", 0));
    }

    [Fact]
    public async Task A_character_cut_in_two_is_dropped_whole()
    {
        var report = await RunAsync(new("printf", "aé漢") { MaxOutputBytes = 5 });

        report.Output.ShouldBe(new("aé", 3));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_not_started()
    {
        (await RunAsync(new("no-such-program"))).ShouldBe(ProcessReport.NotStarted("there is no program 'no-such-program'"));
        (await RunAsync(new(folder.File("none")))).Ending.ShouldBe(ProcessEnding.NotStarted);
    }

    [Fact]
    public async Task What_may_not_leave_is_not_started()
    {
        var report = await RunAsync(new("touch", folder.File("left")) { MayLeave = () => false });

        report.Ending.ShouldBe(ProcessEnding.NotStarted);
        File.Exists(folder.File("left")).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_gives_up_ends_it()
    {
        using var stop = new CancellationTokenSource();
        var run = new ProcessRunner(TimeProvider.System).RunAsync(Script($"echo $$ > {folder.File("pid")}; sleep 600"), stop.Token);
        await Eventually.TrueAsync(() => File.Exists(folder.File("pid")), "it runs", cancellation: Stop);

        await stop.CancelAsync();

        (await run).Ending.ShouldBe(ProcessEnding.Cancelled);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ProcessOrder Script(string script) => new("bash", "-c", script);

    private static Task<ProcessReport> RunAsync(ProcessOrder order) => new ProcessRunner(TimeProvider.System).RunAsync(order, Stop);

    private static Task GoneAsync(string[] pids) => Eventually.TrueAsync(
        () => pids.All(p => !Directory.Exists($"/proc/{p}") || File.ReadAllText($"/proc/{p}/stat").Contains(") Z ", StringComparison.Ordinal)),
        "everybody is gone", cancellation: Stop);
}
