using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Scheduling;

/// <summary>
/// Incidents that want a worker, each at most once and never with two workers. Bounded: what finds no room waits in the
/// store, where the next scan finds it.
/// </summary>
internal sealed class WorkQueue(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<IncidentId, Mark> marks = [];
    private readonly Queue<IncidentId> lifecycle = new();
    private readonly Queue<IncidentId> alerts = new();
    private readonly Turnstile available = new(0);

    private enum Mark
    {
        Queued,
        Running,
        RunningAndWanted,
    }

    /// <summary>How many incidents are queued or running.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return marks.Count;
        }
    }

    public int Free => Math.Max(0, capacity - Count);

    public bool Has(IncidentId id)
    {
        lock (gate)
            return marks.ContainsKey(id);
    }

    /// <returns>False when there is no room.</returns>
    public bool Offer(IncidentId id, Lane lane)
    {
        lock (gate)
        {
            if (marks.TryGetValue(id, out var mark))
            {
                if (mark == Mark.Running)
                    marks[id] = Mark.RunningAndWanted;
                return true;
            }

            if (marks.Count >= capacity)
                return false;
            Enqueue(id, lane);
            return true;
        }
    }

    public async ValueTask<IncidentId> TakeAsync(CancellationToken cancellationToken)
    {
        await available.WaitAsync(cancellationToken);
        lock (gate)
        {
            var id = lifecycle.Count > 0 ? lifecycle.Dequeue() : alerts.Dequeue();
            marks[id] = Mark.Running;
            return id;
        }
    }

    /// <summary>The worker has seen the incident's latest state.</summary>
    public void Seen(IncidentId id)
    {
        lock (gate)
            marks[id] = Mark.Running;
    }

    public void Done(IncidentId id)
    {
        lock (gate)
        {
            marks.Remove(id, out var mark);
            if (mark == Mark.RunningAndWanted)
                Enqueue(id, Lane.Lifecycle);
        }
    }

    private void Enqueue(IncidentId id, Lane lane)
    {
        marks[id] = Mark.Queued;
        (lane == Lane.Lifecycle ? lifecycle : alerts).Enqueue(id);
        available.Release();
    }
}
