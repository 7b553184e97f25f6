using AiFixer.Tests.Engine.World;
using static AiFixer.Core.Incidents.IncidentStatus;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>What senders say while an incident is under way.</summary>
internal static class SenderScenarios
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("resolved by its sender while waiting", EngineSettings.Review, ResolvedWaitingAsync, [Resolved]),
        new("resolved by its sender while a fix runs", EngineSettings.Auto, ResolvedExecutingAsync, [Resolved])
        {
            World = ledger => ledger.Change("a", account => account.Slowness = EngineSettings.Turn),
        },
        new("repeated", EngineSettings.Review, RepeatedAsync, [Resolved]),
        new("fires again after its end", EngineSettings.Auto, AgainAsync, [Resolved, Resolved]),
    ];

    private static async Task ResolvedWaitingAsync(Drama drama)
    {
        var startsAt = drama.Time.GetUtcNow();
        var id = await drama.FireAsync("a");
        await drama.QuestionAsync(id, "diagnosis");
        await drama.ReportAsync(Alerts.Resolved("a", startsAt));
        await drama.UntilEndAsync(id);
        await drama.ApproveAsync(id, "diagnosis");
    }

    private static async Task ResolvedExecutingAsync(Drama drama)
    {
        var startsAt = drama.Time.GetUtcNow();
        var id = await drama.FireAsync("a");
        await drama.UntilAsync(id, Executing, Verifying);
        await drama.ReportAsync(Alerts.Resolved("a", startsAt));
        await drama.UntilEndAsync(id);
        await drama.ReportAsync(Alerts.Resolved("a", startsAt, "over once more"));
    }

    private static async Task RepeatedAsync(Drama drama)
    {
        var id = await drama.FireAsync("a");
        await drama.FireAsync("a", delivery: "2");
        await drama.QuestionAsync(id, "diagnosis");
        await drama.FireAsync("a", delivery: "3");
        await drama.ApproveBothAsync(id);
        await drama.UntilEndAsync(id);
    }

    private static async Task AgainAsync(Drama drama)
    {
        await drama.UntilEndAsync(await drama.FireAsync("a"));
        for (var turn = 0; turn < 10; turn++)
            await drama.TurnAsync();
        drama.Ledger.Change("a", account => account.Value = "broken");
        await drama.UntilEndAsync(await drama.FireAsync("a", delivery: "2"));
    }
}
