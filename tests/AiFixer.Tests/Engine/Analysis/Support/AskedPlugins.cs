using System.Text.Json.Nodes;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.Analysis.Support;

/// <summary>Answers each diagnostic as the test wrote down, and notes what was asked.</summary>
internal sealed class AskedPlugins : IPluginHost
{
    public Dictionary<string, PluginResult> Answers { get; } = [];

    public List<(string Plugin, JsonNode Arguments)> Asked { get; } = [];

    public IReadOnlyList<PluginManifest> Plugins => [];

    public PluginManifest? Find(string name) => Answers.ContainsKey(name)
        ? new() { Name = name, Description = "as the test says", Category = PluginCategory.Diagnostic, ParametersSchema = "{}" }
        : null;

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = JsonNode.Parse(call.Arguments)!;
        Asked.Add((plugin, arguments));
        return Task.FromResult(
            Answers.GetValueOrDefault($"{plugin} {arguments["kind"]}") ?? Answers.GetValueOrDefault(plugin) ?? PluginResult.Failed("is not configured"));
    }

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();
}
