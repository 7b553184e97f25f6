using System.Text.Json.Nodes;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Ssh;

internal sealed class SshCmd(SshHosts hosts) : IRemediationPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "ssh.cmd",
        Description = $"Runs one of a few commands on a configured host: {SshCommand.Allowed}.",
        Category = PluginCategory.Remediation,
        Verb = "restart",
        Risk = PluginRisk.Medium,
        ResourceKind = "container",
        Timeout = TimeSpan.FromMinutes(25),
        ParametersSchema = ParameterSchema.Object(
            ["host", "argv"], ("host", HostSchema(hosts)),
            ("argv", """{"type":"array","minItems":3,"maxItems":4,"items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$"}}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => hosts.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = SshArguments.Of(call);
        if (SshCommand.Of(arguments.Argv) is not { } command)
            return PreviewResult.Impossible($"this command may not be sent; there are {SshCommand.Allowed}");
        var (found, trouble) = await new SshContainers(hosts.Runner, arguments.Host).FindAsync(command, hosts[arguments.Host], cancellationToken);
        if (trouble is not null)
            return PreviewResult.Impossible(trouble.Message, trouble.Ending is SshEnding.NeverLeft or SshEnding.Lost);
        return SshPlanner.Plan(arguments, command, hosts[arguments.Host], found, call.Now);
    }

    public async Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var arguments = SshArguments.Of(call);
        if (!hosts.Has(plan.Target.Connection) || plan.Target.Connection != arguments.Host)
            return new(ExecuteOutcome.NotDone, $"the plan is not one for host '{arguments.Host}'");
        var words = SshCommand.Of(arguments.Argv)?.For(hosts[arguments.Host]);
        if (words is null || SshOrder.TryParse(plan.Payload) is not { } order || !order.Words.SequenceEqual(words) || order.Uid != plan.Target.Uid)
            return new(ExecuteOutcome.NotDone, $"the plan is not one for {plan.Target}");
        var report = await hosts.Runner.SendAsync(arguments.Host, words, call.MayLeave, cancellationToken);
        return report.ToExecute($"{string.Join(' ', arguments.Argv)}: done on {arguments.Host}");
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        SshObserver.ObserveAsync(hosts, call, plan, cancellationToken);

    private static string HostSchema(SshHosts hosts) => new JsonObject
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. hosts.Names.DefaultIfEmpty("default").Select(n => (JsonNode)n)]),
    }.ToJsonString();
}
