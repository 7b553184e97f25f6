using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>The lower part of a question: its buttons, or what became of it.</summary>
internal static class Answers
{
    /// <param name="isWhole">All that is asked about is shown; what is not can only be rejected here.</param>
    public static Pen Add(Pen pen, Card card, string ask, bool isSure, bool isWhole = true)
    {
        pen.Add(new CardRule());
        if (card.Outcome != CardOutcome.Open)
            return pen.Add(Outcome(pen, card));
        var approve = pen.Button(ClickKind.Approve, card.Id, ButtonLook.Primary);
        return pen
            .Add(pen.Words.Tell(ask))
            .Add(Markdown.Quiet(pen.Words.Tell("answer.until", Markdown.Text(Pen.Moment(card.ExpiresAt)))))
            .Add(isWhole ? (CardElement)new CardButtons([isSure ? approve with { Sure = pen.Words["button.sure.approve"] } : approve]) : new CardText(pen.Words.Tell("answer.cut")))
            .Add(pen.Form(ClickKind.Reject, card.Id, "reject", ButtonLook.Danger));
    }

    public static CardTag Tag(Pen pen, Card card, bool isStale = false) => card.Outcome switch
    {
        CardOutcome.Open => new(pen.Words["tag.asks"], "blue"),
        CardOutcome.Approved when isStale => new(pen.Words["tag.stale"], "neutral"),
        CardOutcome.Approved => new(pen.Words["tag.approved"], "green"),
        CardOutcome.Rejected => new(pen.Words["tag.rejected"], "red"),
        CardOutcome.Expired => new(pen.Words["tag.expired"], "neutral"),
        _ => new(pen.Words["tag.withdrawn"], "neutral"),
    };

    private static Markdown Outcome(Pen pen, Card card)
    {
        var by = Markdown.Text(pen.Room.Take(card.By?.Name ?? pen.Words["answer.nobody"], 100));
        var at = Markdown.Text(Pen.Moment(card.DecidedAt ?? card.ExpiresAt));
        var reason = Markdown.Text(pen.Room.Take(pen.Words.Own(card.Reason), 500));
        return card.Outcome switch
        {
            CardOutcome.Approved => pen.Words.Tell("answer.approved", by, at),
            CardOutcome.Rejected => pen.Words.Tell("answer.rejected", by, at, reason),
            CardOutcome.Expired => pen.Words.Tell("answer.expired", Markdown.Text(Pen.Moment(card.ExpiresAt))),
            _ => pen.Words.Tell("answer.withdrawn", reason),
        };
    }
}
