using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads the sections <c>Workflow</c>, <c>Policy</c>, <c>Grouping</c> and <c>Investigations</c>.</summary>
internal static class WorkflowSettings
{
    private static readonly WorkflowRules Defaults = new();
    private static readonly TimeSpan Moment = TimeSpan.Zero;
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    public static WorkflowRules Read(SettingsReader root)
    {
        var settings = root.Section("Workflow");
        return new()
        {
            ApprovalTimeout = settings.Duration(nameof(WorkflowRules.ApprovalTimeout), Defaults.ApprovalTimeout, TimeSpan.FromSeconds(1), Month),
            GrantLifetime = settings.Duration(nameof(WorkflowRules.GrantLifetime), Defaults.GrantLifetime, TimeSpan.FromSeconds(1), Month),
            StabilisationWindow = settings.Duration(nameof(WorkflowRules.StabilisationWindow), Defaults.StabilisationWindow, Moment, Month),
            VerificationTimeout = settings.Duration(nameof(WorkflowRules.VerificationTimeout), Defaults.VerificationTimeout, TimeSpan.FromSeconds(1), Month),
            ReminderInterval = settings.Duration(nameof(WorkflowRules.ReminderInterval), Defaults.ReminderInterval, TimeSpan.FromSeconds(1), Month),
            MaxAttempts = settings.Number(nameof(WorkflowRules.MaxAttempts), Defaults.MaxAttempts, 1, 100),
            RetryPause = settings.Duration(nameof(WorkflowRules.RetryPause), Defaults.RetryPause, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            MaxProposals = settings.Number(nameof(WorkflowRules.MaxProposals), Defaults.MaxProposals, 1, 100),
            SendMargin = settings.Duration(nameof(WorkflowRules.SendMargin), Defaults.SendMargin, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Policy = Policy(root.Section("Policy")),
            Grouping = GroupingSettings.Read(root.Section("Grouping")),
            Investigations = GroupingSettings.ReadInvestigations(root.Section("Investigations")),
        };
    }

    private static PolicyOptions Policy(SettingsReader settings)
    {
        var fences = settings.Section("Fences");
        var defaults = Defaults.Policy;
        return new()
        {
            Mode = settings.Choice(nameof(PolicyOptions.Mode), defaults.Mode),
            AutoNamespaces = List(fences, nameof(PolicyOptions.AutoNamespaces), defaults.AutoNamespaces),
            ProtectedNamespaces = List(fences, nameof(PolicyOptions.ProtectedNamespaces), defaults.ProtectedNamespaces),
            ApprovalVerbs = List(fences, nameof(PolicyOptions.ApprovalVerbs), defaults.ApprovalVerbs),
            MaxReplicaChange = fences.Number(nameof(PolicyOptions.MaxReplicaChange), defaults.MaxReplicaChange, 0, 1000),
            MaxActionsPerIncident = fences.Number(nameof(PolicyOptions.MaxActionsPerIncident), defaults.MaxActionsPerIncident, 0, 1000),
            Cooldown = fences.Duration(nameof(PolicyOptions.Cooldown), defaults.Cooldown, Moment, Month),
            AutomaticFixesPerHour = fences.Number(nameof(PolicyOptions.AutomaticFixesPerHour), defaults.AutomaticFixesPerHour, 0, 1_000_000),
        };
    }

    private static ImmutableList<string> List(SettingsReader settings, string name, ImmutableList<string> otherwise)
    {
        var values = settings.List(name);
        return values.Count > 0 ? [.. values] : otherwise;
    }
}
