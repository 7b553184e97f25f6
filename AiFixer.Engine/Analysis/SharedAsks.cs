using System.Diagnostics;
using AiFixer.Core.Ports;
using AiFixer.Plugins;

namespace AiFixer.Engine.Analysis;

/// <summary>
/// Asks plugins on behalf of all investigations of this process: who asks what is being asked already waits for that answer.
/// In a storm hundreds look at the same machines and events, in a cluster that has trouble enough. An answer is not kept:
/// whoever asks after it came asks anew.
/// </summary>
internal sealed class SharedAsks(IPluginHost plugins)
{
    /// <summary>A plugin of somebody else may answer each incident differently.</summary>
    private const string Custom = "custom.";

    private readonly Lock gate = new();
    private readonly Dictionary<(string Plugin, string Arguments), Ask> asks = [];

    /// <summary>Whether there is such a plugin, and it is set up.</summary>
    public bool Has(string plugin) => plugins.Find(plugin) is not null;

    public async Task<PluginResult> RunAsync(string plugin, PluginCall call, CancellationToken cancellationToken)
    {
        if (plugin.StartsWith(Custom, StringComparison.Ordinal))
            return await plugins.RunAsync(plugin, call, cancellationToken);
        var ask = Join(plugin, call);
        try
        {
            if (!ReferenceEquals(ask.Call, call))
                Tell(plugin, ask.Call);
            return await ask.Answer.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(plugin, ask);
        }
    }

    private Ask Join(string plugin, PluginCall call)
    {
        lock (gate)
        {
            if (!asks.TryGetValue((plugin, call.Arguments), out var ask) || ask.IsOver)
                asks[(plugin, call.Arguments)] = ask = new(plugins, plugin, call);
            ask.Waiting++;
            return ask;
        }
    }

    /// <summary>What nobody waits for any more is given up.</summary>
    private void Leave(string plugin, Ask ask)
    {
        lock (gate)
        {
            if (--ask.Waiting > 0)
                return;
            if (asks.TryGetValue((plugin, ask.Call.Arguments), out var known) && known == ask)
                asks.Remove((plugin, ask.Call.Arguments));
        }

        ask.Dispose();
    }

    /// <summary>The call itself is in the trace of the incident that asked first.</summary>
    private static void Tell(string plugin, PluginCall first) => Activity.Current?.AddEvent(new(
        "aifixer.plugin.shared", tags: new([new("aifixer.plugin.name", plugin), new("aifixer.incident.id", first.IncidentId)])));

    private sealed class Ask : IDisposable
    {
        private readonly CancellationTokenSource giveUp = new();
        private readonly Lazy<Task<PluginResult>> answer;

        public Ask(IPluginHost plugins, string plugin, PluginCall call)
        {
            Call = call;
            answer = new(() => plugins.RunAsync(plugin, call, giveUp.Token));
        }

        public PluginCall Call { get; }

        /// <summary>How many wait for it; under the lock of all.</summary>
        public int Waiting { get; set; }

        public bool IsOver => answer is { IsValueCreated: true, Value.IsCompleted: true };

        /// <summary>Asked by whoever wants it first, outside the lock.</summary>
        public Task<PluginResult> Answer => answer.Value;

        public void Dispose()
        {
            giveUp.Cancel();
            giveUp.Dispose();
        }
    }
}
