using AiFixer.Plugins;

namespace AiFixer.Core.Journal;

/// <summary>The names of all claims there are.</summary>
public static class ClaimKeys
{
    private const string CooldownOfPlaybook = "cooldown:playbook:";
    private const string TriesOfPlaybook = "quota:playbook:";

    public static string Open(string fingerprint) => "open:" + fingerprint;

    public static string Inbox(string key) => "inbox:" + key;

    public static string Grant(string grantId) => "grant:" + grantId;

    /// <summary>A call with an unknown outcome that may still be on its way: free when it cannot be any more, by the one clock all processes share.</summary>
    public static string Settling(IncidentId incident, string action) => $"settling:{incident}/{action}";

    public static string Cooldown(TargetRef target) => "cooldown:" + target.Key;

    /// <summary>A playbook that acted on a target, which it leaves alone for a while.</summary>
    public static string PlaybookCooldown(string playbook, string target) => $"{CooldownOfPlaybook}{playbook}@{target}";

    /// <summary>How often a playbook acts on a target within a day.</summary>
    public static string PlaybookTries(string playbook, string target) => $"{TriesOfPlaybook}{playbook}@{target}";

    /// <summary>The playbook whose claim it is; null when it is none's.</summary>
    public static string? Playbook(string key)
    {
        var prefix = key.StartsWith(TriesOfPlaybook, StringComparison.Ordinal) ? TriesOfPlaybook.Length
            : key.StartsWith(CooldownOfPlaybook, StringComparison.Ordinal) ? CooldownOfPlaybook.Length : 0;
        // No playbook's name has an @.
        return prefix > 0 && key.IndexOf('@', prefix) is > 0 and var end ? key[prefix..end] : null;
    }

    /// <summary>Who leads a sender's group.</summary>
    public static string Group(string key) => "group:" + key;

    /// <summary>Who leads what is about a target.</summary>
    public static string Near(string target) => "near:" + target;

    /// <summary>How many incidents of a source are investigated.</summary>
    public static string Investigations(string origin) => "quota:investigations:" + origin;

    /// <summary>How many automatic fixes a target gets.</summary>
    public static string AutomaticFixesOn(TargetRef target) => "quota:target:" + target.Key;

    /// <summary>How many automatic fixes an environment gets.</summary>
    public static string AutomaticFixesIn(string environment) => "quota:environment:" + environment;

    public const string AutomaticFixes = "quota:automatic-fixes";

    /// <summary>Whether many incidents may want it at the same moment.</summary>
    public static bool IsContended(string key) =>
        key.StartsWith("cooldown:", StringComparison.Ordinal) || key.StartsWith("quota:", StringComparison.Ordinal);
}
