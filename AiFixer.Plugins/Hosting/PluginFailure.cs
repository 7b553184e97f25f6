namespace AiFixer.Plugins.Hosting;

/// <summary>A plugin that is not there because it could not be loaded.</summary>
/// <param name="Name">What it was to be called, or the file it was to come from.</param>
/// <param name="Reason">Why, as a sentence.</param>
internal sealed record PluginFailure(string Name, string Reason);
