using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Incidents;

internal static class CardText
{
    public static string Name(string card, TextBook words) =>
        card.StartsWith("diagnosis/", StringComparison.Ordinal) ? words.Say("card.diagnosis", card["diagnosis/".Length..])
        : card.StartsWith("proposal/", StringComparison.Ordinal) ? words.Say("card.proposal", card["proposal/".Length..])
        : card;
}
