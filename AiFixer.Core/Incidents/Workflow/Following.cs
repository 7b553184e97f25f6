using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>An incident that follows another one: it waits, and ends with it.</summary>
internal static class Following
{
    private const int Letters = 32;

    public static bool Is(Incident state) => state.Group is not null && state.Status.IsOpen();

    public static Draft Start(Draft draft, IncidentId leader) =>
        draft.Add(new GroupJoined(leader, Look(draft, 1)));

    /// <summary>It is investigated by itself from now on, whoever does that.</summary>
    public static Draft Leave(Draft draft, string reason) =>
        Is(draft.State) ? draft.Add(new GroupLeft(draft.State.Group!.Leader, reason)) : draft;

    /// <summary>The alert got so bad that it waits for nobody.</summary>
    public static Draft Hurry(Draft draft) =>
        Diagnosing.Triage(Leave(draft, $"Its alert is {draft.State.Severity} now: it is investigated at once."));

    /// <summary>It looked after the incident that it follows.</summary>
    public static Decision Looked(Draft draft, OpenTask task, LeaderNews? news) => news switch
    {
        null => Diagnosing.Triage(Leave(draft, "The incident that it followed is not there any more.")).Done(),
        { Closing: null } => Wait(draft, task),
        _ => LeaderClosed(draft, news),
    };

    public static Decision Wait(Draft draft, OpenTask task) => draft.Add(new GroupAwaited(Look(draft, task.Attempt + 1))).Done();

    public static Decision LeaderClosed(Draft draft, LeaderNews news)
    {
        if (!Is(draft.State) || draft.State.Group!.Leader != news.Leader || news.Closing is not { } closing)
            return Decision.Nothing.Instance;
        if (closing.At < draft.State.Group.Since)
            return Diagnosing.Triage(Leave(draft, $"{news.Leader} was closed before this alert came.")).Done();
        return news.Status == IncidentStatus.Ignored && closing.By is { } person
            ? Ending.Ignore(draft, person, $"With its group, as {news.Leader} was: {closing.Note}").Done()
            : Ending.Resolve(draft, ClosedBy.Group, $"With its group, as {news.Leader} was: {closing.Note}", closing.By).Done();
    }

    /// <summary>Its leader tells it in time. It looks in case that was lost, and not all look at the same moment.</summary>
    private static OpenTask Look(Draft draft, int attempt)
    {
        var rules = draft.Rules.Grouping;
        var wait = rules.FirstLook * Math.Pow(2, Math.Min(attempt - 1, Letters));
        var spread = 1 + (draft.State.Id.Value[^1] % Letters / (2.0 * Letters));
        return draft.Task(TaskKind.AwaitGroup, TimeSpan.FromTicks(Math.Min(wait.Ticks, rules.LongestLook.Ticks)) * spread) with { Attempt = attempt };
    }
}
