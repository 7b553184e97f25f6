using System.Collections.Concurrent;

namespace AiFixer.EndToEnd.Crash;

/// <summary>What clients were told was taken, kept outside of the service.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<Trouble, string> alerts = new();
    private readonly ConcurrentDictionary<(string Incident, string Card), bool> clicks = new();
    private readonly ConcurrentQueue<string> violations = new();
    private int duplicates;
    private int unanswered;

    public IReadOnlyDictionary<Trouble, string> Alerts => alerts;

    public ICollection<(string Incident, string Card)> Clicks => clicks.Keys;

    /// <summary>Promises seen broken while it ran.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    /// <summary>Second clicks and second deliveries that were told apart from first ones.</summary>
    public int Duplicates => duplicates;

    /// <summary>Requests that got no answer.</summary>
    public int Unanswered => unanswered;

    /// <summary>The last click that was answered with a no.</summary>
    public string? LastNo { get; private set; }

    public bool Has(Trouble trouble) => alerts.ContainsKey(trouble);

    public bool Has(string incident, string card) => clicks.ContainsKey((incident, card));

    public void AlertTaken(Trouble trouble, string incident)
    {
        var first = alerts.GetOrAdd(trouble, incident);
        if (first != incident)
            Violated($"the alert about {trouble.Deployment} belongs to {first} and to {incident}");
    }

    public void ClickTaken(string incident, string card)
    {
        if (!clicks.TryAdd((incident, card), true))
            Violated($"{card} of {incident} was taken twice");
    }

    public void DuplicateRefused() => Interlocked.Increment(ref duplicates);

    public void NotTaken(string answer) => LastNo = answer;

    public void NotAnswered() => Interlocked.Increment(ref unanswered);

    public void Violated(string promise) => violations.Enqueue(promise);
}
