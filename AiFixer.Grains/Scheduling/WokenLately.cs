using AiFixer.Core;

namespace AiFixer.Grains.Scheduling;

/// <summary>
/// What is due and was woken waits for a worker there. It is woken again only after a rest, in case its silo died: with
/// many of them, waking would be most of the work.
/// </summary>
internal sealed class WokenLately(TimeSpan rest)
{
    private Dictionary<IncidentId, DateTimeOffset> woken = [];

    /// <summary>Those to be woken now. What is not due any more is forgotten.</summary>
    public IReadOnlyList<IncidentId> Choose(IReadOnlyList<IncidentId> due, DateTimeOffset now)
    {
        var before = woken;
        woken = due.Where(before.ContainsKey).ToDictionary(id => id, id => before[id]);
        return [.. due.Where(id => !IsResting(id, now))];
    }

    public void Woken(IncidentId id, DateTimeOffset at) => woken[id] = at;

    /// <summary>A clock that was set back must not keep anything asleep.</summary>
    private bool IsResting(IncidentId id, DateTimeOffset now) =>
        woken.TryGetValue(id, out var at) && now - at is var passed && passed >= TimeSpan.Zero && passed < rest;
}
