using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk;

/// <summary>Why something changed nothing, in the reader's language: each reason has a sentence of its own.</summary>
internal static class RefusalText
{
    /// <param name="incident">As it is now; null when that is not known.</param>
    /// <param name="part">The question it was about; null for none.</param>
    public static string Of(Words words, Refusal refusal, Incident? incident, string? part, Person by)
    {
        var card = part is null ? null : incident?.Cards.Find(other => other.Id == part);
        return refusal.Code switch
        {
            RefusalCode.AlreadyDecided => Decided(words, card, by),
            RefusalCode.TooLate => words.Say("refused.late", card is null ? "" : Pen.Moment(card.ExpiresAt)),
            RefusalCode.Outdated => words["refused.outdated"],
            RefusalCode.NotAllowed when by.Role < PersonRole.Operator => words["refused.stranger"],
            RefusalCode.NotAllowed => words.Say("refused.person", words.Own(refusal.Message)),
            RefusalCode.Closed => words.Say(incident?.Status == IncidentStatus.Ignored ? "refused.ignored" : "refused.resolved", incident?.Closing is { } closing ? Pen.Moment(closing.At) : ""),
            _ => words.Say("refused.notNow", words.Own(refusal.Message)),
        };
    }

    private static string Decided(Words words, Card? card, Person by) => card switch
    {
        null => words["refused.again"],
        { Outcome: CardOutcome.Open } => words["refused.another"],
        { By: { } other } when other.Id == by.Id => words.Say("refused.yourself", Pen.Moment(card.DecidedAt ?? card.AskedAt)),
        _ => words.Say(
            card.Outcome == CardOutcome.Rejected ? "refused.rejected" : "refused.approved",
            card.By?.Name ?? words["answer.nobody"],
            Pen.Moment(card.DecidedAt ?? card.AskedAt)),
    };
}
