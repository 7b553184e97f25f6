namespace AiFixer.Plugins;

/// <summary>
/// What one plan is, where its arguments make it something else than its plugin says of itself: another verb for fences, more
/// risk, another answer to whether it may be sent twice.
/// </summary>
/// <param name="Verb">As in <see cref="PluginManifest.Verb"/>.</param>
/// <param name="Risk">Only ever raises the plugin's own.</param>
/// <param name="Idempotent">As in <see cref="PluginManifest.Idempotent"/>.</param>
/// <param name="Guarded">As in <see cref="PluginManifest.Guarded"/>.</param>
public sealed record PlanTraits(string Verb, PluginRisk Risk, bool Idempotent = false, bool Guarded = false);
