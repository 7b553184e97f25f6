using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>What the plugin said of itself when the action was proposed.</summary>
public sealed record PluginTraits(PluginRisk Risk, string Verb, bool Idempotent, bool Guarded, TimeSpan Timeout)
{
    public static PluginTraits Of(PluginManifest manifest) =>
        new(manifest.Risk, manifest.Verb, manifest.Idempotent, manifest.Guarded, manifest.Timeout);

    /// <summary>The same for one plan of it, which may be another thing than the plugin in general; never less of a risk.</summary>
    public static PluginTraits Of(PluginManifest manifest, PlanTraits? plan) => plan is null
        ? Of(manifest)
        : (Of(manifest) with { Verb = plan.Verb, Idempotent = plan.Idempotent, Guarded = plan.Guarded }).AtLeast(plan.Risk);

    /// <summary>The same with at least this risk.</summary>
    public PluginTraits AtLeast(PluginRisk? risk) => Risk < risk ? this with { Risk = risk.Value } : this;

    /// <summary>Whether sending it again after an unknown outcome is harmless or refused by the target.</summary>
    public bool MaySendAgain() => Idempotent || Guarded;
}
