using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Core.Playbooks;

/// <summary>Keeps the playbook that was found as it is now.</summary>
public static class PlaybookUses
{
    /// <returns>Null when none fits.</returns>
    public static PlaybookUse? Of(PlaybookMatch match, Alert alert) => match.Playbook is not { } found ? null : new(
        found.Id,
        found.Name,
        found.Version,
        found.Action,
        found.Cooldown,
        found.MaxRetries,
        found.Mode,
        Target(alert),
        match.Reason,
        match.RunnersUp,
        match.Others);

    private static string Target(Alert alert) => alert switch
    {
        { Target: { } target } => target.Key,
        _ when alert.Labels.TryGetValue("task", out var task) => $"task/{task}",
        _ when alert.Labels.TryGetValue("service", out var service) => $"service/{service}",
        _ => alert.Fingerprint,
    };
}
