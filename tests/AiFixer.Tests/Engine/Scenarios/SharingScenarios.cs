using AiFixer.Core.Incidents;
using AiFixer.Tests.Engine.World;
using static AiFixer.Core.Incidents.IncidentStatus;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>Incidents that meet each other.</summary>
internal static class SharingScenarios
{
    private static readonly WorkflowRules Scarce = EngineSettings.Auto with
    {
        Policy = EngineSettings.Auto.Policy with { AutomaticFixesPerHour = 2 },
    };

    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("two at once", EngineSettings.Auto, TwoAsync, [Resolved, Resolved]) { EndsAfterCrash = [Escalated] },
        new("cooldown", EngineSettings.Auto, CooldownAsync, [Resolved, Resolved]),
        new("quota", Scarce, QuotaAsync, [Resolved, Resolved, Resolved]),
    ];

    private static async Task TwoAsync(Drama drama)
    {
        var first = await drama.FireAsync("a", "Append");
        var second = await drama.FireAsync("b", "Swap");
        await drama.UntilEndAsync(first);
        await drama.UntilEndAsync(second);
    }

    /// <summary>The account breaks again right after it was fixed.</summary>
    private static async Task CooldownAsync(Drama drama)
    {
        await drama.UntilEndAsync(await drama.FireAsync("a", delivery: "1"));
        drama.Ledger.Change("a", account => account.Value = "broken");
        var second = await drama.FireAsync("a", delivery: "2");
        await drama.UntilAsync(second, Waiting, Verifying, Resolved);
        await drama.UntilEndAsync(second);
    }

    private static async Task QuotaAsync(Drama drama)
    {
        foreach (var account in new[] { "a", "b", "c" })
        {
            var id = await drama.FireAsync(account);
            await drama.ApproveIfAskedAsync(id);
            await drama.UntilEndAsync(id);
        }
    }
}
