using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>What incidents of one group may tell each other, in time, late and by mistake.</summary>
internal static class RandomGroups
{
    public static Decision.Accepted Open(Dice dice, WorkflowRules rules, DateTimeOffset now) => dice.Roll(10) switch
    {
        0 or 1 or 2 => IncidentWorkflow.OpenFollowing(Given.Id, Alert(dice), Given.Other, rules, now),
        3 => IncidentWorkflow.OpenAlone(Given.Id, Alert(dice), rules, now),
        _ => IncidentWorkflow.Open(Given.Id, Alert(dice), rules, now),
    };

    private static Alert Alert(Dice dice) => Given.Alert() with { NeverClears = dice.Odds(30) };

    public static GroupInput Next(Dice dice, Incident state, DateTimeOffset now) => dice.Odds(state.Group is null ? 80 : 30)
        ? new GroupInput.Followed(dice.Any<Severity>())
        : new GroupInput.LeaderClosed(Closed(dice, now));

    /// <summary>What a look at the leader may show.</summary>
    public static LeaderNews? News(Dice dice, DateTimeOffset now) => dice.Roll(10) switch
    {
        0 => null,
        1 or 2 or 3 => new(Given.Other, IncidentStatus.Escalated, null),
        _ => Closed(dice, now) with { Leader = Given.Other },
    };

    private static LeaderNews Closed(Dice dice, DateTimeOffset now)
    {
        var leader = dice.Odds(90) ? Given.Other : Given.Id;
        var at = dice.Odds(80) ? now : Given.Start.AddMinutes(-1);
        return dice.Odds(70)
            ? new(leader, IncidentStatus.Resolved, new(ClosedBy.Verification, at, "it is well again"))
            : new(leader, IncidentStatus.Ignored, new(ClosedBy.Person, at, "known", Given.Operator));
    }
}
