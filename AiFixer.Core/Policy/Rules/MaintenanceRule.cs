using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class MaintenanceRule : IPolicyRule
{
    public string Name => "maintenance";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question)
    {
        var windows = question.Options.MaintenanceWindows.FindAll(window => window.IsFor(question.Target, question.Environment));
        return windows.IsEmpty || windows.Exists(window => WindowTimes.Has(window, question.Now, untilLast: false))
            ? null
            : (PolicyOutcome.RequireApproval, $"Fixes run by themselves only during {string.Join(" or ", windows.Select(window => window.Name))}.");
    }
}
