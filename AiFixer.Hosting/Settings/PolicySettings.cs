using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Hosting.Configuration;
using AiFixer.Plugins;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads the section <c>Policy</c>.</summary>
internal static class PolicySettings
{
    private static readonly PolicyOptions Defaults = new();
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    public static PolicyOptions Read(SettingsReader root)
    {
        var settings = root.Section("Policy");
        var fences = settings.Section("Fences");
        var environments = Environments(settings);
        return new()
        {
            Mode = settings.Choice(nameof(PolicyOptions.Mode), Defaults.Mode),
            AutoNamespaces = FenceSettings.Read(fences, nameof(PolicyOptions.AutoNamespaces), Defaults.AutoNamespaces),
            ProtectedNamespaces = FenceSettings.Read(fences, nameof(PolicyOptions.ProtectedNamespaces), Defaults.ProtectedNamespaces),
            ProtectedResources = FenceSettings.Read(fences, nameof(PolicyOptions.ProtectedResources), Defaults.ProtectedResources),
            ProtectedLabels = FenceSettings.Read(fences, nameof(PolicyOptions.ProtectedLabels), Defaults.ProtectedLabels),
            ApprovalVerbs = FenceSettings.Read(fences, nameof(PolicyOptions.ApprovalVerbs), Defaults.ApprovalVerbs),
            MaxReplicaChange = fences.Number(nameof(PolicyOptions.MaxReplicaChange), Defaults.MaxReplicaChange, 0, 1000),
            MaxAffected = Number(fences, nameof(PolicyOptions.MaxAffected)),
            MaxActionsPerIncident = fences.Number(nameof(PolicyOptions.MaxActionsPerIncident), Defaults.MaxActionsPerIncident, 0, 1000),
            Cooldown = fences.Duration(nameof(PolicyOptions.Cooldown), Defaults.Cooldown, TimeSpan.Zero, Month),
            AutomaticFixesPerHour = fences.Number(nameof(PolicyOptions.AutomaticFixesPerHour), Defaults.AutomaticFixesPerHour, 0, 1_000_000),
            AutomaticFixesPerTarget = fences.Number(nameof(PolicyOptions.AutomaticFixesPerTarget), Defaults.AutomaticFixesPerTarget, 0, 1_000_000),
            Environments = environments,
            Freezes = [.. settings.Sections("Freezes").Select(one => WindowSettings.Read(one.Settings, environments))],
            MaintenanceWindows = [.. settings.Sections("MaintenanceWindows").Select(one => WindowSettings.Read(one.Settings, environments))],
            Approvals = Approvals(root, settings.Section("Approvals")),
        };
    }

    internal static ImmutableList<string> List(SettingsReader settings, string name, ImmutableList<string> otherwise)
    {
        var values = settings.List(name);
        return values.Count > 0 ? [.. values] : otherwise;
    }

    private static ImmutableList<PolicyEnvironment> Environments(SettingsReader settings)
    {
        var found = settings.Sections("Environments").Select(one => (one.Settings, Environment: Environment(one.Settings))).ToList();
        foreach (var twice in found.GroupBy(one => one.Environment.Name, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1)))
            twice.Settings.Problems.Add(twice.Settings.Key("Name"), $"is the name of two environments: {twice.Environment.Name}");
        return [.. found.Select(one => one.Environment)];
    }

    private static PolicyEnvironment Environment(SettingsReader settings)
    {
        var scopes = List(settings, nameof(PolicyEnvironment.Scopes), []);
        if (scopes.IsEmpty)
            settings.Problems.Add(settings.Key(nameof(PolicyEnvironment.Scopes)), "is missing: what belongs to it, such as main/prod-*?");
        return new()
        {
            Name = Name(settings),
            Scopes = scopes,
            Mode = Choice<PolicyMode>(settings, nameof(PolicyEnvironment.Mode)),
            AutomaticFixesPerHour = Number(settings, nameof(PolicyEnvironment.AutomaticFixesPerHour)),
            MaxAffected = Number(settings, nameof(PolicyEnvironment.MaxAffected)),
        };
    }

    internal static string Name(SettingsReader settings)
    {
        var name = settings.Text("Name", "");
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ' '))
            settings.Problems.Add(settings.Key("Name"), "must be 1 to 64 letters, digits, spaces, - and _");
        return name;
    }

    /// <summary>Two people can only be asked for where there are two.</summary>
    private static ApprovalOptions Approvals(SettingsReader root, SettingsReader settings)
    {
        var approvers = root.Section("Gateway").Sections("ApiKeys").Count(key => key.Settings.Choice("Role", PersonRole.Viewer) >= PersonRole.Approver);
        var usual = approvers >= 2 ? Defaults.Approvals.FourEyesFrom : null;
        var text = settings.Text(nameof(ApprovalOptions.FourEyesFrom));
        return new()
        {
            FourEyesFrom = text is null ? usual
                : text.Equals("none", StringComparison.OrdinalIgnoreCase) ? null
                : settings.Choice(nameof(ApprovalOptions.FourEyesFrom), PluginRisk.High),
            Approvers = [.. settings.Sections(nameof(ApprovalOptions.Approvers)).Select(one => Approver(one.Settings))],
        };
    }

    private static ApproverRule Approver(SettingsReader settings) => new()
    {
        People = List(settings, nameof(ApproverRule.People), []),
        Role = settings.Choice(nameof(ApproverRule.Role), PersonRole.Approver),
        Environments = List(settings, nameof(ApproverRule.Environments), []),
        Namespaces = List(settings, nameof(ApproverRule.Namespaces), []),
        UpTo = settings.Choice(nameof(ApproverRule.UpTo), PluginRisk.Critical),
    };

    private static int? Number(SettingsReader settings, string name) =>
        settings.Text(name) is null ? null : settings.Number(name, 0, 0, 1_000_000);

    private static T? Choice<T>(SettingsReader settings, string name)
        where T : struct, Enum => settings.Text(name) is null ? null : settings.Choice(name, default(T));
}
