using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>Who runs the commands of YAML files: only programs that the operator named, spelled as the operator did.</summary>
internal sealed class AllowedPrograms(IReadOnlyList<string> programs, ProcessRunner runner)
{
    private const string Key = $"{PluginsOptions.Section}:{nameof(PluginsOptions.Custom)}:{nameof(CustomPluginOptions.Programs)}";

    /// <summary>What has to be configured before the program may run; empty when it may.</summary>
    public IReadOnlyList<string> Missing(string program) => programs.Contains(program, StringComparer.Ordinal)
        ? File.Exists(program) ? [] : [$"the program {program}"]
        : [$"{Key} (it does not name {program})"];

    public Task<ProcessReport> RunAsync(ProcessOrder order, CancellationToken cancellationToken) => Missing(order.Program) is [var missing, ..]
        ? Task.FromResult(ProcessReport.NotStarted($"{order.Program} may not be run: {missing}"))
        : runner.RunAsync(order, cancellationToken);
}
