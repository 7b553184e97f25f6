using Microsoft.Extensions.Logging;

namespace AiFixer.Plugins.Custom;

/// <summary>Keeps the plugins of the folder loaded: what is new or changed is loaded, what is gone is let go.</summary>
internal sealed partial class CustomPlugins(
    CustomFolder folder, IEnumerable<ICustomLoader> loaders, ICustomCatalogue catalogue, ILogger<CustomPlugins> logger) : IAsyncDisposable
{
    private readonly Dictionary<CustomKind, ICustomLoader> byKind = loaders.ToDictionary(loader => loader.Kind);
    private readonly Dictionary<string, (string Mark, LoadedSource Loaded)> known = new(StringComparer.Ordinal);
    private Dictionary<string, string> seen = new(StringComparer.Ordinal);

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
        Publish();
        foreach (var loaded in old)
            await ReleaseAsync(loaded);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, loaded) in known.Values)
            await ReleaseAsync(loaded);
        known.Clear();
    }

    private static LoadedSource WellNamed(LoadedSource loaded)
    {
        var wrong = loaded.Plugins.Select(plugin => CustomNames.Problem(plugin.Manifest.Name)).OfType<string>().ToList();
        return wrong.Count == 0
            ? loaded
            : loaded with { Plugins = [.. loaded.Plugins.Where(plugin => CustomNames.Problem(plugin.Manifest.Name) is null)], Problems = [.. loaded.Problems, .. wrong] };
    }

    private static Dictionary<string, string> Marks(IEnumerable<CustomSource> sources) =>
        sources.ToDictionary(source => source.Name, source => source.Mark, StringComparer.Ordinal);

    private static ValueTask ReleaseAsync(LoadedSource loaded) => loaded.Release?.Invoke() ?? ValueTask.CompletedTask;

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

        loaded = WellNamed(loaded);
        foreach (var problem in loaded.Problems)
            CannotUse(source.Name, OutsideText.Line(problem, 1000));
        if (loaded.Plugins.Count > 0)
            Loaded(source.Name, string.Join(", ", loaded.Plugins.Select(plugin => OutsideText.Line(plugin.Manifest.Name, 100))));
        return loaded;
    }

    private void Publish() => catalogue.Replace(
        [.. known.Values.SelectMany(have => have.Loaded.Plugins)],
        [.. known.SelectMany(have => have.Value.Loaded.Problems.Select(problem => new CustomFailure(have.Key, problem)))]);

    [LoggerMessage(LogLevel.Information, "Custom plugins of {Source}: {Plugins}")]
    private partial void Loaded(string source, string plugins);

    [LoggerMessage(LogLevel.Error, "Custom plugin {Source} cannot be used: {Problem}")]
    private partial void CannotUse(string source, string problem);
}
