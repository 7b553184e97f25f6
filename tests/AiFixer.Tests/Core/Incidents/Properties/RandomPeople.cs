using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>What people might do: of all roles, on current, old and invented cards.</summary>
internal static class RandomPeople
{
    public static PersonInput Next(Dice dice, Incident state)
    {
        var by = dice.Pick(Given.Viewer, Given.Operator, Given.Approver, Given.Admin);
        var card = Card(dice, state);
        return dice.Roll(16) switch
        {
            0 => new PersonInput.Ignore(by, "known"),
            1 => new PersonInput.Escalate(by, dice.Pick("", "team"), "too hard"),
            2 or 3 => new PersonInput.TakeOver(by),
            4 or 5 => new PersonInput.Rediagnose(by, "look again"),
            6 => new PersonInput.Resolve(by, "fixed by hand"),
            7 or 8 => new PersonInput.Reject(by, card, dice.Pick("", "no")),
            _ => new PersonInput.Approve(by, card),
        };
    }

    private static string Card(Dice dice, Incident state)
    {
        if (state.OpenCard() is { } open && dice.Odds(70))
            return open.Id;
        return state.Cards.IsEmpty || dice.Odds(20) ? "proposal/99" : state.Cards[dice.Roll(state.Cards.Count)].Id;
    }
}
