using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>
/// What a playbook takes each time it acts on a target: its cooldown, which nobody takes twice, and one of its tries within a
/// day. They are shared by all incidents and free again by the database's clock alone.
/// </summary>
internal static class HealClaims
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public static void Take(Draft draft, PlaybookUse playbook, string target)
    {
        if (playbook.Cooldown > TimeSpan.Zero)
            draft.Claim(new Claim(ClaimKeys.PlaybookCooldown(playbook.Id, target), playbook.Cooldown, Once: true));
        draft.Claim(new Claim(ClaimKeys.PlaybookTries(playbook.Id, target), Window, playbook.MaxRetries));
    }

    public static bool Are(string key) => AreTries(key) || key.StartsWith(ClaimKeys.PlaybookCooldown("", "")[..^1], StringComparison.Ordinal);

    public static bool AreTries(string key) => key.StartsWith(ClaimKeys.PlaybookTries("", "")[..^1], StringComparison.Ordinal);
}
