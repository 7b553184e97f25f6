using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Plugins;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks.Support;

/// <summary>Lives that no engine would write, for checks to tell what is wrong with them.</summary>
internal static class Forged
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    public static readonly Person Ada = new("ada", "Ada", PersonRole.Approver);

    public static readonly Person Eve = new("eve", "Eve", PersonRole.Viewer);

    /// <summary>An entry, so many seconds after the beginning.</summary>
    public static JournalEntry At(int seconds, string by, string cause, params IncidentEvent[] events) =>
        new(Begin.AddSeconds(seconds), by, cause, [.. events]);

    /// <summary>An incident about one account, with what came after it was opened.</summary>
    public static WrittenLife Life(int number, int opened, params JournalEntry[] later) =>
        Life(number, At(opened, "sender", "alert", new Opened(Alerts.Firing("account 0", Begin).Alert)), later);

    /// <summary>One of one group, that leads it or follows.</summary>
    public static WrittenLife InGroup(int number, int opened, Severity severity, IncidentId? follows, params JournalEntry[] later)
    {
        var happened = new Opened(Alerts.Firing($"account {number}", Begin, severity: severity, group: "one group").Alert);
        var first = follows is { } leader ? At(opened, "sender", "alert", happened, new GroupJoined(leader, Task(TaskKind.AwaitGroup))) : At(opened, "sender", "alert", happened);
        return Life(number, first, later);
    }

    private static WrittenLife Life(int number, JournalEntry first, JournalEntry[] later)
    {
        var id = IncidentId.Create(Begin, number);
        JournalEntry[] entries = [first, .. later];
        Incident? state = null;
        foreach (var (happened, at) in entries.SelectMany(entry => entry.Events.Select(happened => (happened, entry.At))))
            state = state?.Apply(happened, at) ?? Incident.From(id, (Opened)happened, at);
        var row = new IncidentRow(state!.Status, state.Severity, "", state.Alert.Fingerprint, "", state.OpenedAt, state.UpdatedAt, state.Task?.Due, state.Group?.Leader);
        return new(new(id, entries.Length, row, 0, Begin), state, new(id, entries.Length, "", default, row, 0, Begin), [], entries);
    }

    /// <summary>Everything came to the disk at once, and all clocks were right.</summary>
    public static IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> Times(params IEnumerable<WrittenLife> lives) => lives
        .SelectMany(life => life.Entries.Select((entry, i) => (Key: (life.Item.Id, i + 1L), entry.At)))
        .ToDictionary(written => written.Key, written => True(written.At));

    public static TimeSpan True(DateTimeOffset at) => TimeSpan.FromTicks(at.UtcTicks);

    /// <summary>A question, open for two minutes.</summary>
    public static JournalEntry Asks(int seconds) => At(
        seconds,
        "aifixer",
        "DiagnosisDone",
        new DiagnosisApprovalRequested(new("diagnosis/1", Begin.AddSeconds(seconds), Begin.AddSeconds(seconds + 120)), Task(TaskKind.AwaitApproval)));

    public static JournalEntry Approves(int seconds, Person by) =>
        At(seconds, $"{by.Name} ({by.Id})", "approved diagnosis/1", new CardDecided("diagnosis/1", CardOutcome.Approved, by, ""));

    /// <summary>A fix with a grant for three minutes.</summary>
    public static JournalEntry Grants(int seconds, bool maySendAgain)
    {
        var plan = new ActionPlan(new("default", "account", "default", "account 0"), "Append", "account 0|fixed|1", "", "1", "");
        var request = new PluginRequest("ledger.append", "{}");
        var action = new IncidentAction("a1", 1, request, new(PluginRisk.Low, "change", maySendAgain, false, TimeSpan.FromSeconds(20)), plan, "");
        var grant = new Grant("g1", "a1", request, plan.Target, "1", "", "", Automatic: true, null, Begin.AddSeconds(seconds + 180));
        return At(seconds, "aifixer", "ProposalDone", new Proposed("", [action], []), new GrantIssued(grant));
    }

    public static JournalEntry Starts(int seconds) => At(seconds, "aifixer", "ReadyToSend", new ActionStarted("a1", null, Task(TaskKind.RunAction)));

    /// <summary>Its call leaves when so many of its entries are on disk.</summary>
    public static Departure Leaves(WrittenLife life, int entries, int seconds) => new(
        new(life.Item.Id.Value, $"{life.Item.Id}/a1", life.State.Action("a1").Plan!, Begin.AddSeconds(seconds), entries), True(Begin.AddSeconds(seconds)));

    public static JournalEntry Ends(int seconds) => At(seconds, "aifixer", "HealthSeen", new Resolved(ClosedBy.Verification, "", null));

    /// <summary>It is triaged, and the look for its cause begins.</summary>
    public static JournalEntry Diagnoses(int seconds) =>
        At(seconds, "aifixer", "TriageDone", new Triaged(ErrorClass.Unknown), new DiagnosisStarted(1, Task(TaskKind.Diagnose)));

    public static OpenTask Task(TaskKind kind) => new("t1", kind, Begin);
}
