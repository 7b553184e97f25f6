namespace AiFixer.Plugins.Hosting;

/// <summary>Plugins that came together and are replaced together.</summary>
/// <param name="Name">Where they came from.</param>
/// <param name="Slots">Those that can be used, by name.</param>
/// <param name="Failures">Those that cannot.</param>
internal sealed record PluginSource(string Name, IReadOnlyList<PluginSlot> Slots, IReadOnlyList<PluginFailure> Failures)
{
    /// <summary>What is compiled in. Its plugins are there from the start and stay.</summary>
    public const string BuiltIn = "built-in";
}
