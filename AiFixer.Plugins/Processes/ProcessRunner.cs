using System.ComponentModel;
using System.Diagnostics;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Plugins.Processes;

/// <summary>
/// Runs one program in a session of its own, so that its end can be the end of all it started: <c>setsid</c> makes the session
/// and becomes the program, and whatever is left of the group is killed when the program has ended or its time is up.
/// </summary>
internal sealed class ProcessRunner(TimeProvider time)
{
    private const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(2);

    public async Task<ProcessReport> RunAsync(ProcessOrder order, CancellationToken cancellationToken)
    {
        if (Find(order.Program) is not { } program)
            return ProcessReport.NotStarted($"there is no program '{OutsideText.Line(order.Program, 100)}'");
        if (Find("setsid") is not { } setsid)
            return ProcessReport.NotStarted("there is no setsid (Debian's util-linux)");
        if (!order.MayLeave())
            return ProcessReport.NotStarted("it may not leave any more");
        using var process = new Process { StartInfo = StartInfo(setsid, program, order) };
        try
        {
            process.Start();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return ProcessReport.NotStarted(OutsideText.Line(e.Message, 300));
        }

        return await FollowAsync(process, order, cancellationToken);
    }

    public static string? Find(string program) => program.StartsWith('/')
        ? (File.Exists(program) ? program : null)
        : SearchPath.Split(':').Select(folder => $"{folder}/{program}").FirstOrDefault(File.Exists);

    private async Task<ProcessReport> FollowAsync(Process process, ProcessOrder order, CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        using var output = new BoundedStream(process.StandardOutput.BaseStream, order.MaxOutputBytes);
        using var errors = new BoundedStream(process.StandardError.BaseStream, order.MaxOutputBytes);
        using var deadline = new CallDeadline(order.Timeout, time, cancellationToken);
        var exit = process.WaitForExitAsync(CancellationToken.None);
        var full = order.EndWhenFull ? Task.WhenAny(output.Full, errors.Full) : deadline.Passed;
        await Task.WhenAny(exit, full, deadline.Passed);
        var ending = exit.IsCompleted ? ProcessEnding.Exited
            : cancellationToken.IsCancellationRequested ? ProcessEnding.Cancelled
            : deadline.Passed.IsCompleted ? ProcessEnding.TimedOut : ProcessEnding.TooMuchOutput;
        await EndGroupAsync(process, exit);
        await Task.WhenAny(Task.WhenAll(output.Ended, errors.Ended), Task.Delay(Drain, time, CancellationToken.None));
        return new(ending, process.ExitCode, output.Take(), errors.Take());
    }

    /// <summary>Asks first. What is left of the group, be it after a good end, is killed: nothing of ours stays behind.</summary>
    private async Task EndGroupAsync(Process process, Task exit)
    {
        if (!exit.IsCompleted)
        {
            ProcessGroup.Signal(process.Id, ProcessGroup.Terminate);
            await Task.WhenAny(exit, Task.Delay(Grace, time, CancellationToken.None));
        }

        ProcessGroup.Signal(process.Id, ProcessGroup.Kill);
        // Before it has made its session there is no group yet, only itself.
        if (!exit.IsCompleted)
            process.Kill();
        await exit;
    }

    private static ProcessStartInfo StartInfo(string setsid, string program, ProcessOrder order)
    {
        var start = new ProcessStartInfo(setsid, [program, .. order.Arguments])
        {
            WorkingDirectory = order.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = SearchPath;
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in order.Environment)
            start.Environment[name] = value;
        return start;
    }
}
