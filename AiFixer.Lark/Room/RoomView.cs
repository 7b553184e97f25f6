using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>The messages that should be there for an incident as it is now, in the order in which they would be sent.</summary>
internal static class RoomView
{
    public static IReadOnlyList<RoomMessage> Of(Incident incident, RoomHistory past, RoomFacts facts, RoomScene scene)
    {
        var view = new View(incident, past, facts, scene);
        return [.. view.Messages()];
    }

    /// <summary>Tells in a second chat that there is an incident, and where it stands.</summary>
    public const string Copy = "copy";

    public static RoomMessage CopyOf(Incident incident, RoomScene scene) => new(
        Copy,
        IsOpen: false,
        IsNews: incident.Closing is null,
        CardFit.Draw(room => AlertCard.DrawCopy(incident, new(incident, scene, room))),
        PlainCard.Draw(incident, Copy, isOpen: false, scene));

    /// <summary>The card on which an incident is now put into a person's hands.</summary>
    public static string EscalationPart(Incident incident) => $"escalation/{incident.DiagnosisRound}";

    private sealed class View(Incident incident, RoomHistory past, RoomFacts facts, RoomScene scene)
    {
        public IEnumerable<RoomMessage> Messages()
        {
            if (ChatAlert.Of(incident.Alert) is null)
                yield return Message("alert", isOpen: false, isNews: true, pen => AlertCard.Draw(incident, pen));
            foreach (var card in incident.Cards)
                yield return Question(card);
            for (var round = 1; round <= incident.ProposalRound; round++)
            {
                if (ResultCard.Has(incident, round))
                    yield return Result(round);
            }

            if (HealsCard.Has(incident))
                yield return Message("heals", isOpen: false, isNews: true, pen => HealsCard.Draw(incident, pen));
            foreach (var (round, escalation) in Escalations())
                yield return Escalated(round, escalation);
            if (incident is { Status: IncidentStatus.Escalated, Escalation: { Reminders: > 0 } waiting })
                yield return Message($"reminder/{incident.DiagnosisRound}/{waiting.Reminders}", isOpen: false, isNews: true, pen => ReminderCard.Draw(incident, waiting, pen));
            if (incident.Closing is { } closing)
                yield return Message("end", isOpen: false, isNews: true, pen => EndCard.Draw(incident, closing, pen));
        }

        private RoomMessage Question(Card card)
        {
            var isOpen = card.Outcome == CardOutcome.Open;
            var number = RoundOf(card.Id);
            return card.Id.StartsWith("diagnosis/", StringComparison.Ordinal)
                ? Message(card.Id, isOpen, isOpen, pen => DiagnosisCard.Draw(incident, card, Diagnosis(number), pen))
                : Message(card.Id, isOpen, isOpen, pen => ProposalCard.Draw(incident, card, number, Policy(number), isOpen ? facts : RoomFacts.None, pen));
        }

        private RoomMessage Result(int round) =>
            Message($"result/{round}", isOpen: false, isNews: true, pen => ResultCard.Draw(incident, round, pen));

        private RoomMessage Escalated(int round, Escalation escalation)
        {
            var isOpen = incident.Status == IncidentStatus.Escalated && round == incident.DiagnosisRound;
            var part = $"escalation/{round}";
            return Message(part, isOpen, isOpen, pen => EscalationCard.Draw(incident, escalation, part, isOpen, pen));
        }

        private IEnumerable<(int Round, Escalation Escalation)> Escalations()
        {
            foreach (var (round, escalation) in past.Escalations.Where(earlier => earlier.Key < incident.DiagnosisRound).OrderBy(earlier => earlier.Key))
                yield return (round, escalation);
            if (incident.Escalation is { } now)
                yield return (incident.DiagnosisRound, now);
        }

        private Diagnosis? Diagnosis(int round) =>
            incident.Diagnosis?.Round == round ? incident.Diagnosis : past.Diagnoses.GetValueOrDefault(round);

        private PolicyDecision? Policy(int round) =>
            incident.ProposalRound == round ? incident.Policy : past.Policies.GetValueOrDefault(round);

        private RoomMessage Message(string part, bool isOpen, bool isNews, Func<Pen, LarkCard> draw) =>
            new(part, isOpen, isNews, CardFit.Draw(room => draw(new(incident, scene, room))), PlainCard.Draw(incident, part, isOpen, scene));

        /// <summary>Of <c>proposal/2.1</c> it is 2.</summary>
        private static int RoundOf(string card)
        {
            var number = card.AsSpan(card.IndexOf('/', StringComparison.Ordinal) + 1);
            return int.TryParse(number[..(number.IndexOf('.') is > 0 and var dot ? dot : number.Length)], out var round) ? round : 0;
        }
    }
}
