namespace AiFixer.Plugins.Hosting;

/// <summary>What became of plugins that were put in the place of others.</summary>
/// <param name="Failures">Those that cannot be used.</param>
/// <param name="Left">Done when no call of a plugin that was taken out is under way any more: then it can be unloaded.</param>
internal sealed record Replacement(IReadOnlyList<PluginFailure> Failures, Task Left);
