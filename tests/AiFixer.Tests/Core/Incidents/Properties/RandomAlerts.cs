using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>What a sender might say: several alerts of one trouble, late and cut-off deliveries included.</summary>
internal static class RandomAlerts
{
    public static AlertInput Next(Dice dice, DateTimeOffset now)
    {
        var startsAt = dice.Pick(Given.Start, Given.Start.AddHours(-1), now, now.AddMinutes(-1));
        var alert = Given.Alert(dice.Pick("web-1", "web-2", "web-3", ""), startsAt, dice.Any<Severity>());
        return new(alert, Firing: dice.Odds(70), Truncated: dice.Odds(20));
    }
}
