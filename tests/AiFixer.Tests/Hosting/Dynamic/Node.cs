using AiFixer.Core.Documents;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Dynamic;
using AiFixer.TestSupport;
using AiFixer.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Hosting.Dynamic;

/// <summary>One process with its settings.</summary>
internal sealed class Node : IDisposable
{
    private static readonly DocumentAuthor Alice = new("key:alice", "alice");
    private readonly SettingsWatch watch;
    private readonly ManualTime time;

    public Node(IDocuments documents, ManualTime time, params (string Key, string Value)[] configuration)
    {
        this.time = time;
        var sources = new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build();
        Settings = new(documents, sources, time, Log.Factory.CreateLogger<DynamicSettings>());
        Editor = new(documents, Settings);
        watch = new(Settings, new(), time);
    }

    public DynamicSettings Settings { get; }

    public SettingsEditor Editor { get; }

    public HeardLog Log { get; } = new();

    /// <summary>Done when it waits for the next time to look.</summary>
    public async Task StartAsync()
    {
        await watch.StartAsync(TestContext.Current.CancellationToken);
        await time.TimersArmedAsync(1);
    }

    public Task<DocumentVerdict> SetAsync(string key, string value, string reason = "") =>
        Editor.SetAsync(key, value, reason, Alice, null, TestContext.Current.CancellationToken);

    public Task<DocumentVerdict> DeleteAsync(string key) =>
        Editor.DeleteAsync(key, "", Alice, null, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        watch.Dispose();
        Settings.Dispose();
    }
}
