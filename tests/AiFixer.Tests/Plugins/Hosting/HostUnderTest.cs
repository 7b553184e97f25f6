using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;
using AiFixer.TestSupport;
using AiFixer.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Plugins.Hosting;

/// <summary>A host with its own clock.</summary>
internal sealed class HostUnderTest : IDisposable
{
    public HostUnderTest(params IPlugin[] plugins)
        : this(new(), plugins)
    {
    }

    public HostUnderTest(PluginHostOptions options, params IPlugin[] plugins)
    {
        options.ReadRetryDelay = TimeSpan.Zero;
        Host = new(plugins, options, Time, Log.Factory.CreateLogger<PluginHost>(), Settings);
    }

    public FakeSettings Settings { get; } = new();

    public HeardLog Log { get; } = new();

    public ManualTime Time { get; } = new();

    public PluginHost Host { get; }

    public Task<PluginResult> RunAsync(string plugin = "test.read", string arguments = "{}", CancellationToken? cancellationToken = null) =>
        Host.RunAsync(plugin, Call(arguments), cancellationToken ?? TestContext.Current.CancellationToken);

    public Task<ExecuteResult> ExecuteAsync(string arguments = "{}", CancellationToken? cancellationToken = null) =>
        Host.ExecuteAsync("test.act", Call(arguments), FakeAction.Plan, cancellationToken ?? TestContext.Current.CancellationToken);

    public PluginCall Call(string arguments) => new(arguments, "INC-1", "A1", "tester", Time.GetUtcNow());

    public void Dispose() => Host.Dispose();
}
