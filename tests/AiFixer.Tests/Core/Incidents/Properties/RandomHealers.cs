using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>Playbooks that triage may find.</summary>
internal static class RandomHealers
{
    public static PlaybookUse Next(Dice dice)
    {
        var mode = dice.Pick<PolicyMode?>(null, null, PolicyMode.Auto, PolicyMode.Review, PolicyMode.Shadow);
        var found = dice.Roll(4) switch
        {
            0 => Healers.Waits(dice.Pick(1, 2), mode),
            1 => Healers.Tells(mode),
            _ => Healers.Restarts(dice.Pick(1, 2, 3), mode),
        };
        return dice.Odds(20) ? found with { Cooldown = TimeSpan.Zero } : found;
    }
}
