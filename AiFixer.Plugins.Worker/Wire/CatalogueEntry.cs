namespace AiFixer.Plugins.Worker.Wire;

/// <param name="Missing">Configuration keys that it lacks.</param>
internal sealed record CatalogueEntry(PluginManifest Manifest, IReadOnlyList<string> Missing);
