using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Runs a credential program: without a shell or a terminal, for a bounded time, with bounded output.</summary>
internal static class ExecProgram
{
    public const int MaxOutput = 256 * 1024;
    private const int MaxErrors = 2000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task<string> RunAsync(ExecSettings settings, TimeProvider time)
    {
        using var process = Start(settings);
        using var deadline = new CallDeadline(Longest, time, CancellationToken.None);
        try
        {
            process.StandardInput.Close();
            var said = ReadAsync(process.StandardOutput.BaseStream, MaxOutput, deadline.Token);
            var complained = ReadAsync(process.StandardError.BaseStream, MaxErrors, deadline.Token);
            await Task.WhenAll(said, complained);
            await process.WaitForExitAsync(deadline.Token);
            if (process.ExitCode != 0)
                throw Failed(settings, $"ended with {process.ExitCode}: {OutsideText.Line((await complained).Text.Trim(), MaxErrors)}");
            return (await said).Cut ? throw Failed(settings, $"said more than {MaxOutput} bytes") : (await said).Text;
        }
        catch (OperationCanceledException)
        {
            throw Failed(settings, $"did not end within {Longest.TotalSeconds:0} s");
        }
        finally
        {
            End(process);
        }
    }

    private static Process Start(ExecSettings settings)
    {
        var start = new ProcessStartInfo(Find(settings.Command) ?? throw Failed(settings, $"is not there{settings.Hint}"), settings.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings.Environment.Where(v => v.Name.Length > 0))
            start.Environment[name] = value;
        try
        {
            return Process.Start(start) ?? throw Failed(settings, "could not be started");
        }
        catch (Win32Exception e)
        {
            throw Failed(settings, $"could not be started: {e.Message}");
        }
    }

    /// <summary>Only along PATH: .NET would look into the present folder too.</summary>
    private static string? Find(string command) => command.Contains('/', StringComparison.Ordinal)
        ? File.Exists(command) ? command : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);

    /// <summary>What is over the limit is read too, and dropped: a full pipe would stop the program.</summary>
    private static async Task<(string Text, bool Cut)> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var (kept, buffer, cut) = (new MemoryStream(), new byte[4096], false);
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            var room = Math.Min(count, most - (int)kept.Length);
            kept.Write(buffer, 0, room);
            cut |= room < count;
        }

        return (Encoding.UTF8.GetString(kept.ToArray()), cut);
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }

    private static KubeAccessException Failed(ExecSettings settings, string what) => new($"the kubeconfig's program {settings.Command} {what}");
}
