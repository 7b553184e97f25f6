using AiFixer.Plugins.Custom;
using AiFixer.Plugins.Custom.Declared;
using AiFixer.Plugins.Http;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Custom;

/// <summary>Loads a plugin from YAML, with a service that it may call.</summary>
internal sealed class DeclaredFiles : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly HttpConnections services;

    public DeclaredFiles(string? url = null) => services = new(
        "Service", "Services", url is null ? [] : [KeyValuePair.Create("shop", new HttpConnectionOptions { Url = url })], new(), TimeProvider.System);

    /// <summary>The programs that may be run.</summary>
    public List<string> Programs { get; } = ["/bin/echo", "/bin/ls"];

    public async Task<LoadedSource> LoadAsync(string yaml)
    {
        var file = folder.File("plugin.yaml");
        await File.WriteAllTextAsync(file, yaml, TestContext.Current.CancellationToken);
        return await new DeclaredLoader(services, new(Programs, new(TimeProvider.System))).LoadAsync(
            new("plugin.yaml", file, CustomKind.Declared, "1"), TestContext.Current.CancellationToken);
    }

    public async Task<T> PluginAsync<T>(string yaml)
    {
        var loaded = await LoadAsync(yaml);
        loaded.Problems.ShouldBeEmpty();
        return loaded.Plugins.Single().ShouldBeAssignableTo<T>()!;
    }

    public void Dispose()
    {
        services.Dispose();
        folder.Dispose();
    }
}
