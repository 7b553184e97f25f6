using AiFixer.TestSupport;

namespace AiFixer.Tests.Support;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Its_output_and_exit_code_are_kept()
    {
        await using var child = Shell("echo out; echo err >&2; exit 3");

        (await child.ExitedAsync()).ShouldBe(3);

        child.Output.ShouldBe(["out", "err"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_line_can_be_waited_for_before_and_after_it_is_written()
    {
        await using var child = Shell("echo ready; exec sleep 600");

        (await child.LineAsync("ready")).ShouldBe("ready");
        (await child.LineAsync("ready")).ShouldBe("ready");
    }

    [Fact]
    public async Task Waiting_for_a_line_fails_as_soon_as_the_program_is_gone()
    {
        await using var child = Shell("echo only this");

        var failure = await Should.ThrowAsync<TimeoutException>(() => child.LineAsync("something else"));

        failure.Message.ShouldContain("only this");
    }

    [Fact]
    public async Task It_takes_signals()
    {
        await using var child = Shell("trap 'echo asked; exit 7' TERM; echo ready; while :; do read -t 1 _ <> <(:); done");
        await child.LineAsync("ready");

        child.Send(Signal.Stop);
        child.Send(Signal.Continue);
        child.Send(Signal.Terminate);

        (await child.ExitedAsync()).ShouldBe(7);
        child.Output.ShouldContain("asked");
    }

    [Fact]
    public async Task A_program_that_fails_is_told_with_what_it_wrote()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => ChildProcess.RunAsync(new ChildProcessOptions("bash", "-c", "echo the reason; exit 1")));

        failure.Message.ShouldContain("the reason");
    }

    private static ChildProcess Shell(string script) =>
        ChildProcess.Start(new ChildProcessOptions("bash", "-c", script));
}
