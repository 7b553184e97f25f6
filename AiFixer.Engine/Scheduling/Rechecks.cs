using AiFixer.Core;

namespace AiFixer.Engine.Scheduling;

/// <summary>Looks that are wanted soon and are not worth an entry. Lost with the process; the store's due times are not.</summary>
internal sealed class Rechecks(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<IncidentId, DateTimeOffset> waiting = new();
    private readonly Dictionary<IncidentId, int> counts = [];

    public void Add(IncidentId id, TimeSpan wait)
    {
        lock (gate)
        {
            waiting.Enqueue(id, time.GetUtcNow() + wait);
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }
    }

    public bool Has(IncidentId id)
    {
        lock (gate)
            return counts.ContainsKey(id);
    }

    public IReadOnlyList<IncidentId> TakeDue()
    {
        var due = new List<IncidentId>();
        lock (gate)
        {
            while (waiting.TryPeek(out var id, out var at) && at <= time.GetUtcNow())
            {
                waiting.Dequeue();
                if (--counts[id] == 0)
                    counts.Remove(id);
                due.Add(id);
            }
        }

        return due;
    }
}
