using AiFixer.Lark.Talk.Commands;
using AiFixer.Tests.Core.Incidents.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Lark.Talk;

public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("/status", CommandKind.Status, "")]
    [InlineData("  /STATUS  ", CommandKind.Status, "")]
    [InlineData("／help", CommandKind.Help, "")]
    [InlineData("/run k8s.get_pod_logs {0} pod=web lines=5", CommandKind.Run, "k8s.get_pod_logs pod=web lines=5")]
    [InlineData("/run {0} k8s.get_pod_logs pod=web", CommandKind.Run, "k8s.get_pod_logs pod=web")]
    [InlineData("/escalate @Tom {0} too hard", CommandKind.Escalate, "@Tom too hard")]
    [InlineData("/reject\u3000{0}\nwrong cause", CommandKind.Reject, "wrong cause")]
    public void A_command_is_read_with_its_incident_wherever_it_stands(string text, object kind, string rest)
    {
        var said = text.Replace("{0}", Given.Id.Value.ToLowerInvariant(), StringComparison.Ordinal);

        var command = CommandReader.Read(said).ShouldBeOfType<LarkCommand.Known>();

        (command.Kind, command.Rest).ShouldBe(((CommandKind)kind, rest));
        command.Incident.ShouldBe(text.Contains("{0}", StringComparison.Ordinal) ? Given.Id : null);
    }

    [Theory]
    [InlineData("/aprove INC-1", "/approve")]
    [InlineData("/stat", "/status")]
    [InlineData("/diagnose x", null)]
    [InlineData("/plugin", "/plugins")]
    [InlineData("/approve\u200bx", "/approve")]
    [InlineData("/frobnicate", null)]
    public void What_is_no_command_is_told_what_was_meant(string text, string? meant) =>
        CommandReader.Read(text).ShouldBeOfType<LarkCommand.Unknown>().Meant.ShouldBe(meant);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("hello /status")]
    [InlineData("approve it")]
    public void Talk_is_no_command(string text) => CommandReader.Read(text).ShouldBeNull();

    [Fact]
    public void Whatever_is_typed_it_is_read_or_not_but_never_breaks() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), given => CommandReader.Read("/" + given) is null or LarkCommand.Known or LarkCommand.Unknown));
}
