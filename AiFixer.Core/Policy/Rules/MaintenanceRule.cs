using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class MaintenanceRule : IPolicyRule
{
    public string Name => "maintenance";

    public string Describe(PolicyOptions options) =>
        $"Where one is set, fixes run by themselves only during it: {Listed.Of(options.MaintenanceWindows.ConvertAll(window => window.Name))}.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question)
    {
        var windows = question.Options.MaintenanceWindows.FindAll(window => window.IsFor(question.Target, question.Environment));
        return windows.IsEmpty || windows.Exists(window => WindowTimes.Has(window, question.Now, untilLast: false))
            ? null
            : (PolicyOutcome.RequireApproval, $"Fixes run by themselves only during {string.Join(" or ", windows.Select(window => window.Name))}.");
    }
}
