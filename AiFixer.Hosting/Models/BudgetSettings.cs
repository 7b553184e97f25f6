using AiFixer.Hosting.Configuration;
using AiFixer.Llm.Budgets;

namespace AiFixer.Hosting.Models;

/// <summary>Reads the section <c>Llm:Budget</c>.</summary>
internal static class BudgetSettings
{
    private static readonly BudgetOptions Defaults = new();

    public static BudgetOptions Read(SettingsReader settings)
    {
        settings.RefuseOthers([nameof(BudgetOptions.Rounds), nameof(BudgetOptions.Tokens), nameof(BudgetOptions.Money), nameof(BudgetOptions.Time)]);
        return new()
        {
            Rounds = settings.Number(nameof(BudgetOptions.Rounds), Defaults.Rounds, 1, 64),
            Tokens = settings.Number(nameof(BudgetOptions.Tokens), (int)Defaults.Tokens, 1000, 100_000_000),
            Money = settings.Amount(nameof(BudgetOptions.Money), Defaults.Money, 10_000),
            Time = settings.Duration(nameof(BudgetOptions.Time), Defaults.Time, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
        };
    }
}
