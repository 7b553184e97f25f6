using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Ports;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>What people said counts only when they might say it, in time and once; what was refused is nowhere in the journal.</summary>
internal static class ClickPromises
{
    /// <param name="apart">How far the clock of who asked and that of who took the answer may have been apart.</param>
    public static IEnumerable<string> Broken(
        IReadOnlyList<Click> clicks, List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, TimeSpan apart) =>
        [.. lives.SelectMany(Wrong), .. NotAllowed(clicks), .. Late(clicks, lives, times, apart), .. Refused(clicks, lives)];

    /// <summary>Every answer in the journal against its question as it was by then, wherever it was given.</summary>
    private static IEnumerable<string> Wrong(WrittenLife life)
    {
        Incident? state = null;
        foreach (var entry in life.Entries)
        {
            foreach (var happened in entry.Events)
            {
                if (Answer(happened) is var (id, by) && Fault(state?.Cards.Find(card => card.Id == id), by, entry.At) is { } fault)
                    yield return $"{by?.Name}'s answer to {id} of {life.Item.Id} was taken at {entry.At:u}: {fault}";
                state = state?.Apply(happened, entry.At) ?? Incident.From(life.Item.Id, (Opened)happened, entry.At);
            }
        }
    }

    private static (string Card, Person? By)? Answer(IncidentEvent happened) => happened switch
    {
        CardDecided { Outcome: CardOutcome.Approved or CardOutcome.Rejected } decided => (decided.Card, decided.By),
        CardApproved approved => (approved.Card, approved.By),
        _ => null,
    };

    private static string? Fault(Card? card, Person? by, DateTimeOffset at) => card switch
    {
        null => "nobody had asked",
        { Outcome: not CardOutcome.Open } => $"it was {card.Outcome} by then",
        _ when by is not { Role: >= PersonRole.Approver } => $"it takes an approver, not a {by?.Role}",
        _ => card.ExpiresAt <= at ? $"the time for it ended at {card.ExpiresAt:u}" : null,
    };

    private static IEnumerable<string> NotAllowed(IReadOnlyList<Click> clicks) =>
        from click in clicks
        where click.Receipt is TellReceipt.Accepted && click.Input.By.Role < Needed(click.Input)
        select $"{click.Input.By.Name} is a {click.Input.By.Role}, and was told that this counts: {Causes.Name(click.Input)} of {click.Incident}";

    private static PersonRole Needed(PersonInput input) => input is PersonInput.Approve or PersonInput.Reject ? PersonRole.Approver : PersonRole.Operator;

    /// <summary>By the true time: a question is asked before it comes to the disk, and an answer is taken after it arrived.</summary>
    private static IEnumerable<string> Late(
        IReadOnlyList<Click> clicks, List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, TimeSpan apart) =>
        from click in clicks
        where click.Receipt is TellReceipt.Accepted && CardOf(click.Input) is not null
        let life = lives.Find(one => one.Item.Id == click.Incident)
        let version = life is null ? 0 : life.Entries.ToList().FindLastIndex(entry => entry.Events.Exists(happened => Asked(happened)?.Id == CardOf(click.Input))) + 1
        where version > 0
        let card = life.State.Cards.Find(card => card.Id == CardOf(click.Input))
        let waited = click.At - times[(click.Incident, version)]
        where waited >= card.ExpiresAt - card.AskedAt + apart
        select $"{click.Input.By.Name}'s click on {card.Id} of {click.Incident} was taken {waited} after it was asked, which was {card.ExpiresAt - card.AskedAt} for it";

    private static Card? Asked(IncidentEvent happened) => happened switch
    {
        DiagnosisApprovalRequested asked => asked.Card,
        ProposalApprovalRequested asked => asked.Card,
        _ => null,
    };

    private static string? CardOf(PersonInput input) => input switch
    {
        PersonInput.Approve approve => approve.Card,
        PersonInput.Reject reject => reject.Card,
        _ => null,
    };

    /// <summary>There is no more of it in the journal than what was taken, or may have been: whoever got no answer cannot know.</summary>
    private static IEnumerable<string> Refused(IReadOnlyList<Click> clicks, List<WrittenLife> lives) =>
        from click in clicks
        group click by (click.Incident, By: Causes.By(click.Input), Cause: Causes.Name(click.Input)) into same
        let taken = same.Count(click => click.Receipt is not (TellReceipt.Refused or TellReceipt.Changed or TellReceipt.NotFound))
        let written = lives.Find(life => life.Item.Id == same.Key.Incident)?.Entries.Count(entry => entry.By == same.Key.By && entry.Cause == same.Key.Cause) ?? 0
        where written > taken
        select $"{same.Key.Cause} by {same.Key.By} is {written} times in the journal of {same.Key.Incident}, and was refused all but {taken} times";
}
