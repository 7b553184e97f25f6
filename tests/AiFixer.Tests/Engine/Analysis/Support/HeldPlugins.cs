using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.Analysis.Support;

/// <summary>Plugins whose answers come when the test says so.</summary>
internal sealed class HeldPlugins : IPluginHost
{
    private readonly List<TaskCompletionSource<PluginResult>> answers = [];

    public List<(string Plugin, PluginCall Call, CancellationToken Stop)> Calls { get; } = [];

    public IReadOnlyList<PluginManifest> Plugins => [];

    public PluginManifest? Find(string name) => null;

    /// <summary>Runs when an answer is there, before anybody who waits for it goes on.</summary>
    public Action Answered { get; set; } = () => { };

    /// <param name="call">The number of the call that is answered.</param>
    public void Answer(int call, PluginResult result) => answers[call].SetResult(result);

    public Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        Calls.Add((plugin, call, cancellationToken));
        answers.Add(new());
        _ = answers[^1].Task.ContinueWith(_ => Answered(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return answers[^1].Task;
    }

    public Task<PreviewResult> PreviewAsync(string plugin, PluginCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ExecuteResult> ExecuteAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Observation> ObserveAsync(string plugin, PluginCall call, ActionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();
}
