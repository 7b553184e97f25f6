namespace AiFixer.Plugins.Custom;

/// <summary>What a source gave.</summary>
/// <param name="Problems">What in it cannot be used, and why.</param>
/// <param name="Release">Gives back what it holds once nothing calls it any more.</param>
internal sealed record LoadedSource(IReadOnlyList<IPlugin> Plugins, IReadOnlyList<string> Problems, Action? Release = null)
{
    public static LoadedSource Failed(params IReadOnlyList<string> problems) => new([], problems);
}
