using System.Text.Json;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Shell;

internal sealed class ShellExec(ShellOptions options, ProcessRunner processes) : IDiagnosticPlugin
{
    private readonly AllowedCommands allowed = new(
        [.. ReadOnlyCommands.All, .. options.Read.Select(r => CommandShape.Parse(r).Shape!)], options.Folders);

    public PluginManifest Manifest { get; } = new()
    {
        Name = "shell.exec",
        Description = "Runs one of a list of commands that only read, on the machine AiFixer runs on. An argument list, no shell.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "host",
        Timeout = TimeSpan.FromSeconds(130),
        ParametersSchema = ParameterSchema.Object(
            ["command"], ("command", ShellArguments.Argv),
            ("timeout", """{"type":"integer","minimum":1,"maximum":120,"default":30,"description":"seconds"}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => options.Enabled
        ? []
        : [$"{PluginsOptions.Section}:{nameof(PluginsOptions.Shell)}:{nameof(ShellOptions.Enabled)}"];

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = ShellArguments.Of(call);
        var command = allowed.Check(arguments.Command);
        if (command.Error is { } error)
            return PluginResult.Failed(error);
        var report = await processes.RunAsync(
            new(command.Argv[0], [.. command.Argv.Skip(1)]) { Timeout = TimeSpan.FromSeconds(arguments.Timeout), EndWhenFull = true }, cancellationToken);
        var name = command.Argv[0];
        return report.Ending switch
        {
            ProcessEnding.NotStarted => PluginResult.Failed($"{name} was not started: {report.Why}"),
            ProcessEnding.TimedOut => PluginResult.Failed($"{name} did not end within {arguments.Timeout} s and was killed"),
            ProcessEnding.Cancelled => PluginResult.Failed($"{name} was stopped"),
            _ => PluginResult.Ok(Data(command, report), Message(name, report)),
        };
    }

    private static string Message(string name, ProcessReport report) => report.Ending == ProcessEnding.TooMuchOutput
        ? $"{name} wrote more than is kept and was stopped"
        : $"{name} ended with exit code {report.Code}";

    private static string Data(AllowedCommand command, ProcessReport report) => JsonSerializer.Serialize(
        new ShellData(command.Argv, report.Code, report.Output.Text, report.Errors.Text, report.Output.Dropped + report.Errors.Dropped),
        ShellJson.Default.ShellData);
}
