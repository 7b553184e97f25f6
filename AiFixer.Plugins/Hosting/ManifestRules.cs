using System.Text.RegularExpressions;
using AiFixer.Core.Settings;

namespace AiFixer.Plugins.Hosting;

/// <summary>What a plugin must say about itself to be registered.</summary>
internal static partial class ManifestRules
{
    private const int LongestName = 100;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <param name="source">What is not built in has names that say where it comes from.</param>
    public static IEnumerable<string> Broken(IPlugin plugin, PluginManifest manifest, string source)
    {
        if (!Name().IsMatch(manifest.Name))
            yield return $"{OutsideText.Line(manifest.Name, 100)}: a name is like k8s.list_pods";
        if (manifest.Name.Length > LongestName)
            yield return $"{OutsideText.Line(manifest.Name, 100)}: a name has {LongestName} characters at most";
        if (source != PluginSource.BuiltIn && !manifest.Name.StartsWith($"{source}.", StringComparison.Ordinal))
            yield return $"{OutsideText.Line(manifest.Name, 100)}: the name must begin with {source}.";
        if (manifest.Name.StartsWith(SettingKeys.Plugins, StringComparison.Ordinal))
            yield return $"{OutsideText.Line(manifest.Name, 100)}: the settings that begin with {SettingKeys.Plugins} are not a plugin's own";
        if (manifest.Timeout <= TimeSpan.Zero || manifest.Timeout > LongestTimeout)
            yield return $"{manifest.Name}: the timeout must be between 0 and {LongestTimeout}";
        if ((manifest.Category is PluginCategory.Diagnostic) != (plugin is IDiagnosticPlugin))
            yield return $"{manifest.Name}: a diagnostic implements {nameof(IDiagnosticPlugin)}, and nothing else does";
        if ((manifest.Category is PluginCategory.Remediation) != (plugin is IRemediationPlugin))
            yield return $"{manifest.Name}: a remediation implements {nameof(IRemediationPlugin)}, and nothing else does";
        if (manifest.Category is PluginCategory.Remediation && manifest.Verb is "" or "read")
            yield return $"{manifest.Name}: a remediation says what it does (its verb)";
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+\z")]
    private static partial Regex Name();
}
