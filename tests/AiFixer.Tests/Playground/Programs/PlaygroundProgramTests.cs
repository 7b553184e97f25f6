using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Programs;

public sealed class PlaygroundProgramTests
{
    private static readonly string Assembly = typeof(PracticeWorld).Assembly.Location;

    [Theory]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.Terminate)]
    public async Task Runs_alone_writes_its_kubeconfig_and_ends_cleanly_on_a_signal(Signal signal)
    {
        using var folder = new TempFolder();
        await using var program = ChildProcess.StartDotnet(Assembly, "--kubeconfig", folder.File("config"));

        await program.LineAsync("The practice world listens on");
        await program.LineAsync("Stop it with");
        File.ReadAllText(folder.File("config")).ShouldContain("server: http://127.0.0.1:");
        program.Send(signal);

        (await program.ExitedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_argument_it_does_not_know_is_explained()
    {
        await using var program = ChildProcess.StartDotnet(Assembly, "--nonsense");

        (await program.ExitedAsync()).ShouldBe(2);
        program.Output.ShouldContain(line => line.StartsWith("usage:"));
    }
}
