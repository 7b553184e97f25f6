using AiFixer.Core.Incidents;
using AiFixer.Tests.Engine.World;
using static AiFixer.Core.Incidents.IncidentStatus;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>Calls that go wrong, with each manner of fix.</summary>
internal static class TroubleScenarios
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        Of("answer lost, set", "Set", account => account.AnswersLost = 1, Resolved),
        Of("answer lost, swap", "Swap", account => account.AnswersLost = 1, Resolved),
        Of("answer lost, append", "Append", account => account.AnswersLost = 1, Resolved) with { EndsAfterCrash = [Escalated] },
        Of("call lost, set", "Set", account => account.CallsLost = 1, Resolved),
        Of("call lost, swap", "Swap", account => account.CallsLost = 1, Resolved),
        Of("call lost, append", "Append", account => account.CallsLost = 1, Escalated),
        Of("every call lost", "Set", account => account.CallsLost = 99, Escalated),
        Of("refused", "Set", account => account.Refusals = 1, Escalated) with { EndsAfterCrash = [Resolved] },
        Of("busy, append", "Append", account => account.Busy = 1, Resolved) with { EndsAfterCrash = [Escalated] },
        Of("busy, then the answer is lost", "Swap", account => (account.Busy, account.AnswersLost) = (2, 1), Resolved),
        Of("always busy", "Set", account => account.Busy = 99, Escalated),
        Of("nobody can tell", "Append", account => (account.AnswersLost, account.BlindLooks) = (1, 99), Escalated),
        Of("can tell at the second look", "Swap", account => (account.AnswersLost, account.BlindLooks) = (1, 1), Resolved),
        Of("slow, set", "Set", account => account.Slowness = EngineSettings.Turn, Resolved),
        Of("slow, append", "Append", account => account.Slowness = EngineSettings.Turn, Resolved) with { EndsAfterCrash = [Escalated] },
        Of("slower than its deadline, append", "Append", account => account.Slowness = 3 * EngineSettings.Turn, Resolved) with { EndsAfterCrash = [Escalated] },
        Of("slower than its deadline, swap", "Swap", account => account.Slowness = 3 * EngineSettings.Turn, Resolved) with { EndsAfterCrash = [Escalated] },
        new("target changes while people think", EngineSettings.Review, StaleAsync, [Resolved]) { EndsAfterCrash = [Escalated] },
        new("target is made anew while people think", EngineSettings.Review, MadeAnewAsync, [Resolved]) { EndsAfterCrash = [Escalated] },
    ];

    private static Scenario Of(string name, string fixes, Action<Account> trouble, IncidentStatus end) =>
        new(name, EngineSettings.Auto, async drama => await drama.UntilEndAsync(await drama.FireAsync("a", fixes)), [end])
        {
            World = ledger => ledger.Change("a", trouble),
        };

    private static Task StaleAsync(Drama drama) => ChangedAsync(drama, account => account.Revision++);

    private static Task MadeAnewAsync(Drama drama) => ChangedAsync(drama, account => account.Uid = "uid-2");

    private static async Task ChangedAsync(Drama drama, Action<Account> change)
    {
        var id = await drama.FireAsync("a", "Append");
        await drama.ApproveAsync(id, "diagnosis");
        await drama.QuestionAsync(id, "proposal/1");
        drama.Ledger.Change("a", change);
        await drama.ApproveAsync(id, "proposal/1");
        await drama.ApproveAsync(id, "proposal/2");
        await drama.UntilEndAsync(id);
    }
}
