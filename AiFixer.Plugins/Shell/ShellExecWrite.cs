using System.Text.Json;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Shell;

internal sealed class ShellExecWrite(ShellOptions options, ProcessRunner processes) : IRemediationPlugin
{
    private readonly AllowedCommands allowed = new(options.Write.Select(w => CommandShape.Parse(w).Shape!), options.Folders);

    public PluginManifest Manifest { get; } = new()
    {
        Name = "shell.exec_write",
        Description = "Runs one of the configured commands that change something, on the machine AiFixer runs on. An argument list, no shell.",
        Category = PluginCategory.Remediation,
        Verb = "execute",
        Risk = PluginRisk.High,
        ResourceKind = "host",
        Timeout = TimeSpan.FromHours(1),
        ParametersSchema = ParameterSchema.Object(
            ["command", "reason"], ("command", ShellArguments.Argv),
            ("reason", """{"type":"string","minLength":1,"maxLength":500}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => allowed.IsEmpty
        ? [$"{PluginsOptions.Section}:{nameof(PluginsOptions.Shell)}:{nameof(ShellOptions.Write)}"]
        : [];

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = ShellArguments.Of(call);
        var command = allowed.Check(arguments.Command);
        if (command.Error is { } error)
            return Task.FromResult(PreviewResult.Impossible(error));
        var payload = JsonSerializer.Serialize(command.Argv, ShellJson.Default.IReadOnlyListString);
        return Task.FromResult(PreviewResult.Of(new(
            new("local", "host", "", Environment.MachineName), OutsideText.Visible(payload), payload,
            OutsideText.Visible($"+{payload}\n+reason: {arguments.Reason}\n"), PlanHash.Of(("command", payload)),
            "What it changes cannot be seen beforehand, nor taken back.")));
    }

    /// <summary>A command that failed may have done half: nobody but a person can tell.</summary>
    public async Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var command = allowed.Check(ShellArguments.Of(call).Command);
        if (command.Error is { } error)
            return new(ExecuteOutcome.NotDone, error);
        if (JsonSerializer.Serialize(command.Argv, ShellJson.Default.IReadOnlyListString) != plan.Payload)
            return new(ExecuteOutcome.NotDone, "the command is not the one that was approved", Stale: true);
        var report = await processes.RunAsync(
            new(command.Argv[0], [.. command.Argv.Skip(1)]) { Timeout = options.WriteTimeout, MayLeave = call.MayLeave }, cancellationToken);
        var said = OutsideText.Line($"{report.Output.Text} {report.Errors.Text}".Trim(), 1000);
        return (report.Ending, report.Code) switch
        {
            (ProcessEnding.NotStarted, _) => ExecuteResult.Later($"{command.Argv[0]} was not started: {report.Why}"),
            (ProcessEnding.Exited, 0) => new(ExecuteOutcome.Done, $"{command.Argv[0]}: {said}"),
            (ProcessEnding.Exited, var code) => new(ExecuteOutcome.Unknown, $"{command.Argv[0]} ended with exit code {code}: {said}"),
            _ => new(ExecuteOutcome.Unknown, $"{command.Argv[0]} did not end within {options.WriteTimeout.TotalSeconds:0} s and was killed: {said}"),
        };
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => Task.FromResult(
        new Observation(ExecuteOutcome.Unknown, TargetHealth.Unknown, "what a command changed cannot be seen from here"));
}
