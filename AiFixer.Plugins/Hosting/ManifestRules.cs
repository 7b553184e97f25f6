using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Hosting;

/// <summary>What a plugin must say about itself to be registered.</summary>
internal static partial class ManifestRules
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public static IEnumerable<string> Broken(IPlugin plugin)
    {
        var manifest = plugin.Manifest;
        if (!Name().IsMatch(manifest.Name))
            yield return $"{OutsideText.Line(manifest.Name, 100)}: a name is like k8s.list_pods";
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
