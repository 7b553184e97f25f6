using AiFixer.Core;

namespace AiFixer.Engine.Scheduling;

/// <summary>Looks that are wanted soon and are not worth an entry. Lost with the process; the store's due times are not.</summary>
internal sealed class Rechecks(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<IncidentId, DateTimeOffset> waiting = new();

    public void Add(IncidentId id, TimeSpan wait)
    {
        lock (gate)
            waiting.Enqueue(id, time.GetUtcNow() + wait);
    }

    public IReadOnlyList<IncidentId> TakeDue()
    {
        var due = new List<IncidentId>();
        lock (gate)
        {
            while (waiting.TryPeek(out var id, out var at) && at <= time.GetUtcNow())
            {
                waiting.Dequeue();
                due.Add(id);
            }
        }

        return due;
    }
}
