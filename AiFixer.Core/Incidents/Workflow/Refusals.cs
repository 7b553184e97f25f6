using AiFixer.Core.Secrets;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Every reason for which a person's input changes nothing, in the order in which they are told.</summary>
internal static class Refusals
{
    public static Refusal? Of(Incident state, PersonInput input, WorkflowRules rules, DateTimeOffset now) =>
        Role(input) ?? input switch
        {
            PersonInput.Approve click => Click(state, click.Card, now) ?? Approvals.Refusal(state, click, rules.Policy),
            PersonInput.Reject click => Click(state, click.Card, now),
            _ => Closed(state) ?? Command(state, input),
        };

    private static Refusal? Role(PersonInput input)
    {
        var needed = input is PersonInput.Approve or PersonInput.Reject ? PersonRole.Approver : PersonRole.Operator;
        return input.By.Role >= needed
            ? null
            : new(RefusalCode.NotAllowed, $"{input.By.Name} may not do that: it takes the role {Text(needed)}.");
    }

    private static Refusal? Click(Incident state, string id, DateTimeOffset now)
    {
        var card = state.Cards.Find(other => other.Id == id);
        return card switch
        {
            null => Closed(state) ?? new(RefusalCode.Outdated, $"There is no question {id} to answer."),
            { Outcome: CardOutcome.Approved or CardOutcome.Rejected } => Decided(card),
            { Outcome: CardOutcome.Expired } => Late(card),
            { Outcome: CardOutcome.Withdrawn } => Closed(state) ?? new(RefusalCode.Outdated, $"{id} is no longer asked: {card.Reason}"),
            _ => card.ExpiresAt <= now ? Late(card) : null,
        };
    }

    private static Refusal? Command(Incident state, PersonInput input) => input switch
    {
        PersonInput.Resolve when state.Status != IncidentStatus.Escalated =>
            new(RefusalCode.NotNow, "Take the incident over first; then you can resolve it by hand."),
        PersonInput.Propose propose when SecretText.IsIn(propose.Action.Request.Arguments) =>
            new(RefusalCode.NotAllowed, "Its arguments hold what looks like a secret, which would be kept and shown: give the system that needs it the secret itself."),
        PersonInput.TakeOver when state.Escalation?.TakenBy is { } other && other.Id == input.By.Id =>
            new(RefusalCode.AlreadyDecided, "It is in your hands already."),
        _ when state.Status == IncidentStatus.Executing =>
            new(RefusalCode.NotNow, "A fix is running: wait until it has an outcome."),
        PersonInput.Propose when state.Status == IncidentStatus.Verifying =>
            new(RefusalCode.NotNow, "A fix is being watched; take the incident over if that should stop."),
        PersonInput.Ignore when state.Status == IncidentStatus.Verifying =>
            new(RefusalCode.NotNow, "A fix is being watched; take the incident over if that should stop."),
        _ => null,
    };

    private static Refusal? Closed(Incident state) => state.Closing is not { } closing
        ? null
        : new(RefusalCode.Closed, $"It was {Text(state.Status)} at {closing.At:u}{By(closing.By)}: {closing.Note}");

    private static Refusal Decided(Card card) => new(
        RefusalCode.AlreadyDecided,
        $"{card.Id} was {Text(card.Outcome)}{By(card.By)} at {card.DecidedAt:u}; this changed nothing.");

    private static Refusal Late(Card card) =>
        new(RefusalCode.TooLate, $"The time to answer {card.Id} ended at {card.ExpiresAt:u}; no answer means no.");

    private static string By(Person? person) => person is null ? "" : $" by {person.Name}";

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
