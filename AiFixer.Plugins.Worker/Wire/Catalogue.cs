namespace AiFixer.Plugins.Worker.Wire;

/// <summary>What is in an assembly.</summary>
/// <param name="Problems">What could not be used, and why.</param>
internal sealed record Catalogue(IReadOnlyList<CatalogueEntry> Plugins, IReadOnlyList<string> Problems);
