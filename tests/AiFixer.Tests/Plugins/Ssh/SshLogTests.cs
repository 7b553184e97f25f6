using AiFixer.Plugins.Processes;
using AiFixer.Plugins.Ssh;

namespace AiFixer.Tests.Plugins.Ssh;

/// <summary>ssh's own log tells whether a command left, which decides whether it may be sent again.</summary>
public sealed class SshLogTests
{
    private const string Connected = "OpenSSH_9.2p1 Debian\ndebug1: Connecting to app\nAuthenticated to app ([10.0.0.1]:22) using \"publickey\".\n";
    private const string Sent = $"{Connected}debug1: Sending command: docker restart web\n";

    [Theory]
    [InlineData(Connected, false)]
    [InlineData(Sent, true)]
    [InlineData("the host says: debug1: Sending command: x\n", false)]
    public void A_command_left_when_ssh_says_that_it_sends_it(string log, bool sent) => SshLog.Of(log).Sent.ShouldBe(sent);

    [Theory]
    [InlineData("debug1: client_input_channel_req: channel 0 rtype exit-status reply 0", true)]
    [InlineData("debug1: client_input_channel_req: channel 2 rtype exit-signal reply 0\r", true)]
    [InlineData("debug1: client_input_channel_req: channel 2 rtype eow@openssh.com reply 0", false)]
    public void A_command_answered_when_its_end_was_told(string line, bool answered) => SshLog.Of($"{Sent}{line}\n").Answered.ShouldBe(answered);

    [Theory]
    [InlineData("Host key verification failed.", true)]
    [InlineData("shop@10.0.0.1: Permission denied (publickey).", true)]
    [InlineData("ssh: connect to host 10.0.0.1 port 22: Connection refused", false)]
    public void What_trying_again_would_not_change_is_a_refusal(string line, bool refused) => SshLog.Of(line).IsRefused.ShouldBe(refused);

    [Fact]
    public void The_trouble_is_what_ssh_complains_of_and_nothing_of_its_chatter() => SshLog.Of(
        $"{Connected}@@@@@@\n@ WARNING @\nNo ED25519 host key is known for app\nHost key verification failed.\ndebug1: bye\nTransferred: sent 1\n")
        .Trouble.ShouldBe("No ED25519 host key is known for app; Host key verification failed.");

    [Fact]
    public void A_log_that_is_not_there_says_nothing() => SshLog.Read("/nowhere/log", 1000).Lines.ShouldBeEmpty();

    [Theory]
    [InlineData(ProcessEnding.Cancelled, Connected, SshEnding.NeverLeft)]
    [InlineData(ProcessEnding.TimedOut, Connected, SshEnding.NeverLeft)]
    [InlineData(ProcessEnding.Cancelled, Sent, SshEnding.Lost)]
    [InlineData(ProcessEnding.TimedOut, Sent, SshEnding.Lost)]
    internal void A_command_that_was_called_off_is_lost_only_when_it_had_left(ProcessEnding ending, string log, SshEnding expected) =>
        SshReport.Of("app", ["docker", "restart", "web"], new(ending, -1, ProcessText.Empty, ProcessText.Empty), SshLog.Of(log)).Ending.ShouldBe(expected);
}
