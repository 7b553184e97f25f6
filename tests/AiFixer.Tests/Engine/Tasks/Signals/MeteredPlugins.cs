using System.Text.Json;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.Tasks.Signals;

/// <summary>A target that looks as the test chose, and metrics that answer what the test chose.</summary>
internal sealed class MeteredPlugins : IPluginHost
{
    public TargetHealth Target { get; set; } = TargetHealth.Healthy;

    /// <summary>The values by query; a query that is not there is not answered.</summary>
    public Dictionary<string, double[]> Metrics { get; } = [];

    public List<(string Plugin, string Arguments)> Asked { get; } = [];

    public IReadOnlyList<PluginManifest> Plugins => [];

    public PluginManifest? Find(string name) => null;

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        Asked.Add((plugin, call.Arguments));
        using var arguments = JsonDocument.Parse(call.Arguments);
        return Task.FromResult(Metrics.TryGetValue(arguments.RootElement.GetProperty("query").GetString()!, out var values)
            ? PluginResult.Ok(JsonSerializer.Serialize(new { series = values.Select(value => new { labels = new { }, value }) }), "read")
            : PluginResult.Failed("Prometheus does not answer", retryable: true));
    }

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        Task.FromResult(new Observation(ExecuteOutcome.Done, Target, "3 of 3 pods are ready."));

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();
}
