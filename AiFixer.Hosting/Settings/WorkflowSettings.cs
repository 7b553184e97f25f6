using AiFixer.Core.Incidents;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads the sections <c>Workflow</c>, <c>Grouping</c> and <c>Investigations</c>.</summary>
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
            Policy = PolicySettings.Read(root),
            Grouping = GroupingSettings.Read(root.Section("Grouping")),
            Investigations = GroupingSettings.ReadInvestigations(root.Section("Investigations")),
        };
    }
}
