using System.Collections;
using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Runs a credential program: without a shell or a terminal, for a bounded time, with bounded output.</summary>
internal static class ExecProgram
{
    public const int MaxOutput = 256 * 1024;
    private const int MaxErrors = 2000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task<string> RunAsync(ExecSettings settings, TimeProvider time)
    {
        var program = Find(settings.Command) ?? throw Failed(settings, $"is not there{settings.Hint}");
        var report = await new ProcessRunner(time).RunAsync(
            new(program, settings.Arguments)
            {
                Timeout = Longest,
                MaxOutputBytes = MaxOutput,
                Environment = Environment(settings),
                Folder = System.Environment.CurrentDirectory,
            },
            CancellationToken.None);
        return report switch
        {
            { Ending: ProcessEnding.NotStarted } => throw Failed(settings, $"could not be started: {report.Why}"),
            { Ending: not ProcessEnding.Exited } => throw Failed(settings, $"did not end within {Longest.TotalSeconds:0} s"),
            { Code: not 0 } => throw Failed(settings, $"ended with {report.Code}: {OutsideText.Line(report.Errors.Text.Trim(), MaxErrors)}"),
            { Output.Dropped: > 0 } => throw Failed(settings, $"said more than {MaxOutput} bytes"),
            _ => report.Output.Text,
        };
    }

    /// <summary>Such a program is our user's own tool: it finds its profile, its cache and its proxy where it always does.</summary>
    private static Dictionary<string, string> Environment(ExecSettings settings)
    {
        var all = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in settings.Environment.Where(v => v.Name.Length > 0))
            all[name] = value;
        return all;
    }

    /// <summary>Only along PATH: .NET would look into the present folder too.</summary>
    private static string? Find(string command) => command.Contains('/', StringComparison.Ordinal)
        ? File.Exists(command) ? command : null
        : (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);

    private static KubeAccessException Failed(ExecSettings settings, string what) => new($"the kubeconfig's program {settings.Command} {what}");
}
