using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Tests.Engine.World;
using static AiFixer.Core.Incidents.IncidentStatus;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>Alerts that come together.</summary>
internal static class GroupScenarios
{
    public static IReadOnlyList<Scenario> List { get; } =
    [
        new("a group is resolved with its leader", EngineSettings.Auto, ResolvedAsync, [Resolved, Resolved, Resolved]),
        new("a group is ignored with its leader", EngineSettings.Review, IgnoredAsync, [Ignored, Ignored]),
        new("one of a group is over", EngineSettings.Review, OverAsync, [Resolved, Resolved]),
        new("a person takes one of a group", EngineSettings.Review, TakenAsync, [Resolved, Escalated]),
        new("one of a group gets critical", EngineSettings.Auto, WorsensAsync, [Resolved, Resolved]),
        new("a critical one does not wait for its group", EngineSettings.Auto, CriticalAsync, [Resolved, Resolved]),
        new("what comes after its group is closed", EngineSettings.Review, AfterAsync, [Ignored, Ignored]),
    ];

    private static async Task ResolvedAsync(Drama drama)
    {
        await drama.FireInGroupAsync("a");
        var second = await drama.FireInGroupAsync("b");
        var third = await drama.ReportAsync(Alerts.Firing("c", drama.Time.GetUtcNow(), group: "g", severity: Severity.P1));
        await drama.UntilEndAsync(second);
        await drama.UntilEndAsync(third.Incident!.Value);
    }

    private static async Task IgnoredAsync(Drama drama)
    {
        var leader = await drama.FireInGroupAsync("a");
        var follower = await drama.FireInGroupAsync("b");
        await drama.QuestionAsync(leader, "diagnosis");
        await drama.TellAsync(leader, new PersonInput.Ignore(Drama.Ben, "known"));
        await drama.UntilEndAsync(follower);
    }

    private static async Task OverAsync(Drama drama)
    {
        var leader = await drama.FireInGroupAsync("a");
        var startsAt = drama.Time.GetUtcNow();
        var follower = await drama.FireInGroupAsync("b");
        await drama.ReportAsync(Alerts.Resolved("b", startsAt.AddHours(1)));
        await drama.UntilEndAsync(follower);
        await drama.ApproveBothAsync(leader);
        await drama.UntilEndAsync(leader);
    }

    private static async Task TakenAsync(Drama drama)
    {
        var leader = await drama.FireInGroupAsync("a");
        var follower = await drama.FireInGroupAsync("b");
        await drama.TellAsync(follower, new PersonInput.TakeOver(Drama.Ben));
        await drama.ApproveBothAsync(leader);
        await drama.UntilEndAsync(leader);
        await drama.UntilEndAsync(follower);
    }

    private static async Task WorsensAsync(Drama drama)
    {
        var leader = await drama.FireInGroupAsync("a");
        var follower = await drama.FireInGroupAsync("b");
        await drama.ReportAsync(Alerts.Firing("b", drama.Time.GetUtcNow(), delivery: "2", severity: Severity.P0, group: "g"));
        await drama.UntilEndAsync(follower);
        await drama.UntilEndAsync(leader);
    }

    private static async Task CriticalAsync(Drama drama)
    {
        var leader = await drama.FireInGroupAsync("a");
        var critical = await drama.FireInGroupAsync("b", Severity.P0);
        await drama.UntilEndAsync(critical);
        await drama.UntilEndAsync(leader);
    }

    private static async Task AfterAsync(Drama drama)
    {
        var first = await drama.FireInGroupAsync("a");
        await drama.TellAsync(first, new PersonInput.Ignore(Drama.Ben, "known"));
        var second = await drama.FireInGroupAsync("b");
        await drama.QuestionAsync(second, "diagnosis");
        await drama.TellAsync(second, new PersonInput.Ignore(Drama.Ben, "known"));
    }
}
