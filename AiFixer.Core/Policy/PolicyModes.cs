using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>Which mode holds where: the strictest of those that apply.</summary>
internal static class PolicyModes
{
    /// <summary>The mode for a target of which nothing is planned yet.</summary>
    public static PolicyMode Of(PolicyOptions options, TargetRef? target) =>
        Of(options, target is null ? null : PolicyEnvironment.Of(target, options));

    public static PolicyMode Of(PolicyOptions options, PolicyEnvironment? environment) =>
        Strictest(options.Mode, environment?.Mode);

    public static PolicyMode Strictest(PolicyMode mode, PolicyMode? other) => other < mode ? other.Value : mode;
}
