using AiFixer.Plugins.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Plugins.Custom;

/// <summary>Keeps the plugins of the folder loaded: what is new or changed is loaded, what is gone is let go.</summary>
internal sealed partial class CustomPlugins(
    CustomFolder folder, IEnumerable<ICustomLoader> loaders, PluginRegistry registry, ILogger<CustomPlugins> logger) : IDisposable
{
    private const string Source = "custom";
    private const int MostLetters = 1000;
    private readonly Dictionary<CustomKind, ICustomLoader> byKind = loaders.ToDictionary(loader => loader.Kind);
    private readonly Dictionary<string, (string Mark, LoadedSource Loaded)> known = new(StringComparer.Ordinal);
    private Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private Task leaving = Task.CompletedTask;

    /// <summary>Loads what is there now, without waiting whether somebody still writes it.</summary>
    public Task LoadAsync(CancellationToken cancellationToken)
    {
        seen = Marks(folder.Look());
        return ScanAsync(cancellationToken);
    }

    /// <summary>Looks for changes. A source counts when it looks the same twice: somebody may be copying it.</summary>
    public async Task ScanAsync(CancellationToken cancellationToken)
    {
        var sources = folder.Look();
        var settled = sources.Where(source => seen.GetValueOrDefault(source.Name) == source.Mark).ToList();
        seen = Marks(sources);
        var gone = known.Keys.Except(seen.Keys).ToList();
        var changed = settled.Where(source => !known.TryGetValue(source.Name, out var have) || have.Mark != source.Mark).ToList();
        if (gone.Count + changed.Count == 0)
            return;
        var old = gone.Concat(changed.Select(source => source.Name)).Where(known.ContainsKey).Select(name => known[name].Loaded).ToList();
        foreach (var name in gone)
            known.Remove(name);
        foreach (var source in changed)
            known[source.Name] = (source.Mark, await LoadAsync(source, cancellationToken));
        // Calls under way may take long, and what is new does not wait for them.
        leaving = Task.WhenAll(leaving, LeaveAsync(Publish(), old));
    }

    /// <summary>Ends what they run in, calls under way included.</summary>
    public void Dispose()
    {
        foreach (var (_, loaded) in known.Values)
            loaded.Release?.Invoke();
        known.Clear();
    }

    private static Dictionary<string, string> Marks(IEnumerable<CustomSource> sources) =>
        sources.ToDictionary(source => source.Name, source => source.Mark, StringComparer.Ordinal);

    private static async Task LeaveAsync(Task callsEnded, IReadOnlyList<LoadedSource> old)
    {
        await callsEnded;
        foreach (var loaded in old)
            loaded.Release?.Invoke();
    }


    private async Task<LoadedSource> LoadAsync(CustomSource source, CancellationToken cancellationToken)
    {
        LoadedSource loaded;
        try
        {
            loaded = source.Problem is { } problem ? LoadedSource.Failed(problem) : await byKind[source.Kind].LoadAsync(source, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            loaded = LoadedSource.Failed($"{e.GetType().Name}: {e.Message}");
        }

        if (loaded.Plugins.Count > 0)
            Loaded(source.Name, string.Join(", ", loaded.Plugins.Select(plugin => OutsideText.Line(plugin.Manifest.Name, 100))));
        return loaded;
    }

    private Task Publish()
    {
        var failures = known.SelectMany(have => have.Value.Loaded.Problems.Select(problem => new PluginFailure(have.Key, OutsideText.Line(problem, MostLetters)))).ToList();
        var replaced = registry.Replace(Source, known.Values.SelectMany(have => have.Loaded.Plugins), failures);
        foreach (var failure in replaced.Failures)
            CannotUse(OutsideText.Line(failure.Name, MostLetters), failure.Reason);
        return replaced.Left;
    }

    [LoggerMessage(LogLevel.Information, "Custom plugins of {Source}: {Plugins}")]
    private partial void Loaded(string source, string plugins);

    [LoggerMessage(LogLevel.Error, "Custom plugin {Source} cannot be used: {Problem}")]
    private partial void CannotUse(string source, string problem);
}
