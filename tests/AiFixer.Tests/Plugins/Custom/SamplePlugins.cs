using AiFixer.Plugins;
using AiFixer.Plugins.Custom;
using AiFixer.Plugins.Custom.Assemblies;
using AiFixer.Plugins.Hosting;
using AiFixer.TestSupport;
using AiFixer.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Plugins.Custom;

/// <summary>A folder of custom plugins that holds those of the samples assembly, and what was loaded from it.</summary>
internal sealed class SamplePlugins : IAsyncDisposable
{
    private const string Name = "AiFixer.SamplePlugins";
    private readonly TempFolder folder = new();
    private readonly PluginRegistry registry = new([], new());

    public SamplePlugins(CustomPluginOptions? options = null)
    {
        var loader = new AssemblyLoader(
            options ?? new() { StopGrace = TimeSpan.Zero }, new(), TimeProvider.System, Log.Factory.CreateLogger<AssemblyLoader>());
        Custom = new(new(folder.Path), [loader], registry, Log.Factory.CreateLogger<CustomPlugins>());
    }

    public HeardLog Log { get; } = new();

    public CustomPlugins Custom { get; }

    public IReadOnlyList<IPlugin> Plugins => [.. Source?.Slots.Select(slot => slot.Plugin) ?? []];

    public IReadOnlyList<PluginFailure> Failures => Source?.Failures ?? [];

    public string Path => System.IO.Path.Combine(folder.Path, Name);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static PluginCall Call(string arguments = "{}") => new(arguments, "INC-7", "a1", "ann", DateTimeOffset.UnixEpoch);

    public async Task<SamplePlugins> LoadedAsync()
    {
        Copy();
        await Custom.LoadAsync(Token);
        return this;
    }

    public void Copy()
    {
        Directory.CreateDirectory(Path);
        var built = AppContext.BaseDirectory.Replace("AiFixer.Tests", Name, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(built, Name + ".*"))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), overwrite: true);
    }

    public Task<PluginResult> RunAsync(string name, string arguments = "{}", CancellationToken? cancellationToken = null) =>
        Plugins.OfType<IDiagnosticPlugin>().Single(plugin => plugin.Manifest.Name == name).RunAsync(Call(arguments), cancellationToken ?? Token);

    public ValueTask DisposeAsync()
    {
        Custom.Dispose();
        registry.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private PluginSource? Source => registry.Current.Sources.FirstOrDefault(source => source.Name == "custom");
}
