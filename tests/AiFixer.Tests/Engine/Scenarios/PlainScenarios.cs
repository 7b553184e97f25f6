using AiFixer.Tests.Engine.World;
using static AiFixer.Core.Incidents.IncidentStatus;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>The whole way, with each manner of fix.</summary>
internal static class PlainScenarios
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("thread with approvals, set", EngineSettings.Review, drama => ApprovedAsync(drama, "Set"), [Resolved]),
        new("thread with approvals, swap", EngineSettings.Review, drama => ApprovedAsync(drama, "Swap"), [Resolved]),
        new("thread with approvals, append", EngineSettings.Review, drama => ApprovedAsync(drama, "Append"), [Resolved])
        {
            EndsAfterCrash = [Escalated],
        },
        new("by itself, set", EngineSettings.Auto, drama => AutomaticAsync(drama, "Set"), [Resolved]),
        new("by itself, append", EngineSettings.Auto, drama => AutomaticAsync(drama, "Append"), [Resolved])
        {
            EndsAfterCrash = [Escalated],
        },
        new("two actions", EngineSettings.Auto, drama => AutomaticAsync(drama, "Set,Set"), [Escalated]) { EndsAfterCrash = [Resolved] },
        new("recovers slowly", EngineSettings.Auto, drama => AutomaticAsync(drama, "Swap"), [Resolved])
        {
            World = ledger => ledger.Change("a", account => account.Recovery = 2 * EngineSettings.Turn),
        },
        new("does not help, nothing to take back", EngineSettings.Auto, drama => AutomaticAsync(drama, "Set"), [Escalated])
        {
            World = ledger => ledger.Change("a", account => account.Recovery = null),
        },
        new("does not help, is taken back", EngineSettings.Review, drama => ApprovedAsync(drama, "Set"), [Escalated])
        {
            World = ledger => ledger.Change("a", account => (account.Recovery, account.HasUndo) = (null, true)),
        },
    ];

    private static async Task ApprovedAsync(Drama drama, string fixes)
    {
        var id = await drama.FireAsync("a", fixes);
        await drama.ApproveBothAsync(id);
        await drama.UntilEndAsync(id);
    }

    private static async Task AutomaticAsync(Drama drama, string fixes) =>
        await drama.UntilEndAsync(await drama.FireAsync("a", fixes));
}
