using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Ssh;

/// <summary>What became of a command that was to go to a host.</summary>
/// <param name="Ending">How far it got.</param>
/// <param name="Code">The command's own exit code, when it answered.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Message">What to tell people, in one sentence.</param>
internal sealed record SshReport(SshEnding Ending, int Code, string Output, string Message)
{
    private const int NoCommand = 126;
    private const int NoProgram = 127;

    public bool Succeeded => Ending == SshEnding.Answered && Code == 0;

    public static SshReport NeverLeft(string host, string why) => new(SshEnding.NeverLeft, -1, "", $"host '{host}' was not asked: {why}");

    public static SshReport Of(string host, IReadOnlyList<string> words, ProcessReport report, SshLog log)
    {
        var sent = log.Sent;
        var said = OutsideText.Line(report.Errors.Text.Trim(), 500);
        // As long as the command was not sent, it is the ssh to a jump host that writes here.
        var onTheWay = SshLog.Of(report.Errors.Text);
        return (report.Ending, sent) switch
        {
            (ProcessEnding.NotStarted, _) => NeverLeft(host, report.Why),
            (ProcessEnding.Exited, true) when report.Code != 255 || log.Answered => new(
                SshEnding.Answered, report.Code, report.Output.Text, report.Code == 0 ? "" : $"host '{host}': exit code {report.Code}: {said}"),
            (ProcessEnding.Exited, true) => new(SshEnding.Lost, -1, "", $"the connection to host '{host}' was lost: {log.Trouble}"),
            (_, true) => new(SshEnding.Lost, -1, "", $"host '{host}' did not finish in time and was left"),
            (ProcessEnding.Exited, false) when log.IsRefused || onTheWay.IsRefused => new(
                SshEnding.Refused, -1, "", $"host '{host}' cannot be used: {Cause(onTheWay, log)}"),
            (ProcessEnding.Exited, false) => NeverLeft(host, $"it could not be reached: {Cause(onTheWay, log)}"),
            _ => NeverLeft(host, "it could not be reached in time"),
        };
    }

    public ExecuteResult ToExecute(string done) => (Ending, Code) switch
    {
        (SshEnding.Answered, 0) => new(ExecuteOutcome.Done, done),
        (SshEnding.Answered, NoCommand or NoProgram) => new(ExecuteOutcome.NotDone, Message),
        (SshEnding.NeverLeft, _) => ExecuteResult.Later(Message),
        (SshEnding.Refused, _) => new(ExecuteOutcome.NotDone, Message),
        _ => new(ExecuteOutcome.Unknown, Message),
    };

    private static string Cause(SshLog onTheWay, SshLog log) =>
        string.Join("; ", new[] { onTheWay.Trouble, log.Trouble }.Where(text => text.Length > 0));
}
