using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Tests.Engine.World;
using static AiFixer.Core.Incidents.IncidentStatus;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>What people do.</summary>
internal static class PeopleScenarios
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("rejected", EngineSettings.Review, RejectedAsync, [Escalated]),
        new("timed out", EngineSettings.Review, TimedOutAsync, [Escalated]),
        new("clicked twice", EngineSettings.Review, ClickedTwiceAsync, [Resolved]),
        new("ignored", EngineSettings.Review, IgnoredAsync, [Ignored]),
        new("diagnosed anew", EngineSettings.Review, DiagnosedAnewAsync, [Resolved]),
        new("taken over and resolved", EngineSettings.Review, TakenOverAsync, [Resolved]),
        new("escalated by hand, reminded", EngineSettings.Review, EscalatedAsync, [Escalated]),
    ];

    private static async Task RejectedAsync(Drama drama)
    {
        var id = await drama.FireAsync("a");
        await drama.ApproveAsync(id, "diagnosis");
        if (await drama.QuestionAsync(id, "proposal") is { } card)
            await drama.TellAsync(id, new PersonInput.Reject(Drama.Ada, card, "not now"));
        await drama.UntilEndAsync(id);
    }

    private static async Task TimedOutAsync(Drama drama)
    {
        var id = await drama.FireAsync("a");
        await drama.ApproveAsync(id, "diagnosis");
        await drama.UntilEndAsync(id);
        await drama.TellAsync(id, new PersonInput.Approve(Drama.Ada, "proposal/1"));
    }

    private static async Task ClickedTwiceAsync(Drama drama)
    {
        var id = await drama.FireAsync("a", "Swap");
        await drama.ApproveAsync(id, "diagnosis");
        await drama.TellAsync(id, new PersonInput.Approve(Drama.Ada, "diagnosis/1"));
        await drama.ApproveAsync(id, "proposal");
        await drama.TellAsync(id, new PersonInput.Approve(Drama.Ada, "proposal/1"));
        await drama.UntilEndAsync(id);
    }

    private static async Task IgnoredAsync(Drama drama)
    {
        var id = await drama.FireAsync("a");
        await drama.QuestionAsync(id, "diagnosis");
        await drama.TellAsync(id, new PersonInput.Ignore(Drama.Ben, "known"));
    }

    private static async Task DiagnosedAnewAsync(Drama drama)
    {
        var id = await drama.FireAsync("a");
        await drama.ApproveAsync(id, "diagnosis");
        await drama.QuestionAsync(id, "proposal");
        if ((await drama.StateAsync(id)).DiagnosisRound == 1)
            await drama.TellAsync(id, new PersonInput.Rediagnose(Drama.Ben, "look again"));
        await drama.ApproveBothAsync(id);
        await drama.UntilEndAsync(id);
    }

    private static async Task TakenOverAsync(Drama drama)
    {
        var id = await drama.FireAsync("a");
        await drama.QuestionAsync(id, "diagnosis");
        await drama.TellAsync(id, new PersonInput.TakeOver(Drama.Ben));
        await drama.TurnAsync();
        await drama.TellAsync(id, new PersonInput.Resolve(Drama.Ben, "by hand"));
    }

    private static async Task EscalatedAsync(Drama drama)
    {
        var id = await drama.FireAsync("a");
        await drama.QuestionAsync(id, "diagnosis");
        await drama.TellAsync(id, new PersonInput.Escalate(Drama.Ben, "ops", "too hard"));
        await drama.AdvanceUntilAsync(async () => (await drama.StateAsync(id)).Escalation!.Reminders == 2, "two reminders");
    }
}
