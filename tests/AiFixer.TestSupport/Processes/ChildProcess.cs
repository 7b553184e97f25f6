using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AiFixer.TestSupport;

/// <summary>A program started by a test: its output is kept, it takes signals by its own id, and it is gone after disposal.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ProcessOutput _output = new();

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _output.Add(line.Data);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Everything written so far to standard output and standard error, line by line.</summary>
    public IReadOnlyList<string> Output => _output.Lines;

    public static ChildProcess Start(ChildProcessOptions options)
    {
        var start = new ProcessStartInfo(options.FileName, options.Arguments)
        {
            WorkingDirectory = options.WorkingDirectory ?? string.Empty,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in options.Environment)
            start.Environment[name] = value;

        var child = new ChildProcess(start);
        child._process.Start();
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Starts a built .NET program with the same <c>dotnet</c> that runs the tests.</summary>
    public static ChildProcess StartDotnet(string assembly, params IReadOnlyList<string> arguments) =>
        Start(new ChildProcessOptions(DotnetHost.Path, [assembly, .. arguments]));

    /// <summary>Runs a program to its end; anything but exit code 0 throws with what it wrote.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(ChildProcessOptions options, TimeSpan? limit = null)
    {
        await using var child = Start(options);
        var code = await child.ExitedAsync(limit);
        return code == 0 ? child.Output : throw new InvalidOperationException(child.Describe($"ended with {code}"));
    }

    /// <summary>The first line, written already or still to come, that contains the text.</summary>
    public async Task<string> LineAsync(string text, TimeSpan? limit = null)
    {
        try
        {
            return await _output.FirstAsync(line => line.Contains(text, StringComparison.Ordinal))
                .WaitAsync(limit ?? Eventually.DefaultLimit, TimeProvider.System);
        }
        catch (Exception failure) when (failure is TimeoutException or EndOfStreamException)
        {
            throw new TimeoutException(Describe($"never wrote '{text}'"), failure);
        }
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> ExitedAsync(TimeSpan? limit = null)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(limit ?? Eventually.DefaultLimit, TimeProvider.System);
        }
        catch (TimeoutException failure)
        {
            throw new TimeoutException(Describe("did not end"), failure);
        }

        return _process.ExitCode;
    }

    public void Send(Signal signal)
    {
        if (_process.HasExited)
            throw new InvalidOperationException(Describe("has ended before the signal"));
        if (Libc.Kill(_process.Id, (int)signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    private int _disposed;

    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await ExitedAsync();
    }

    /// <summary>What it is and the last it said, for a failure message.</summary>
    public string Describe(string what) =>
        $"{Path.GetFileName(_process.StartInfo.FileName)} {what}. Its last lines:\n{string.Join('\n', Output.TakeLast(40))}";

    /// <summary>Whoever started it and whoever tidies up may both end it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await KillAsync();
        _process.Dispose();
    }
}
