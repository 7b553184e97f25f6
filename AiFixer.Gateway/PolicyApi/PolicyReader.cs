using System.Globalization;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>Reads the policy for the API and the page alike.</summary>
internal sealed class PolicyReader(PolicyOptions options, IPolicyFacts facts, IBudgets budgets, TimeProvider time)
{
    public async Task<PolicyView> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var said = await facts.ReadAsync(cancellationToken);
        return new(
            options.Mode,
            PolicyVersion.Of(options),
            said.Stopped is { } stop ? new(stop.By, stop.At, stop.Reason) : null,
            [.. PolicyOverview.Rules(options).Select(rule => new RuleView(rule.Name, rule.Text))],
            await BudgetsAsync(cancellationToken),
            [.. options.Environments.Select(Environment)],
            [
                .. options.Freezes.Select(freeze => Window(freeze, "freeze", PolicyOverview.IsFrozen(freeze, now))),
                .. options.MaintenanceWindows.Select(window => Window(window, "maintenance", PolicyOverview.IsOpen(window, now))),
            ],
            [.. said.Remembered.Select(one => RememberedView.Of(one, now))])
        {
            Unreadable = said.Unreadable,
        };
    }

    private async Task<IReadOnlyList<BudgetView>> BudgetsAsync(CancellationToken cancellationToken)
    {
        var used = new List<BudgetView>
        {
            new("", await budgets.TakenAsync(ClaimKeys.AutomaticFixes, cancellationToken), options.AutomaticFixesPerHour),
        };
        foreach (var environment in options.Environments)
        {
            if (environment.AutomaticFixesPerHour is { } most)
                used.Add(new(environment.Name, await budgets.TakenAsync(ClaimKeys.AutomaticFixesIn(environment.Name), cancellationToken), most));
        }

        return used;
    }

    private EnvironmentView Environment(PolicyEnvironment one) => new(
        one.Name, one.Scopes, one.Mode is { } mode && mode < options.Mode ? mode : options.Mode, one.AutomaticFixesPerHour, one.MaxAffected);

    private static WindowView Window(PolicyWindow window, string kind, bool now)
    {
        var days = window.Days.IsEmpty ? "every day" : string.Join(", ", window.Days);
        var hours = window.From == window.To ? "all day" : string.Create(CultureInfo.InvariantCulture, $"{window.From:HH:mm} to {window.To:HH:mm}");
        var season = string.Concat(
            window.Since is { } since ? string.Create(CultureInfo.InvariantCulture, $", from {since:u}") : "",
            window.Until is { } until ? string.Create(CultureInfo.InvariantCulture, $", until {until:u}") : "");
        return new(window.Name, kind, $"{days}, {hours}, {window.Zone}{season}", now);
    }
}
