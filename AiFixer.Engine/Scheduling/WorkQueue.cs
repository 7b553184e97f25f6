using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Scheduling;

/// <summary>
/// Incidents that want a worker, each at most once and never with two workers. Bounded: what finds no room waits in the
/// store, where the next scan finds it. What is urgent goes first and has room kept for it; then what runs; then new alerts.
/// </summary>
internal sealed class WorkQueue(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<IncidentId, Mark> marks = [];
    private readonly Dictionary<IncidentId, WorkTurn> again = [];
    private readonly TurnQueue urgent = new();
    private readonly TurnQueue lifecycle = new();
    private readonly TurnQueue alerts = new();
    private readonly Turnstile available = new(0);

    /// <summary>Room beyond the capacity for those for whom nothing waits yet, and as much again for what is urgent.</summary>
    private int Reserve => Math.Max(1, capacity / 8);

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

    public int Capacity => capacity;

    /// <summary>For how many more there is room, if all of them are urgent.</summary>
    public int Free => Math.Max(0, capacity + (2 * Reserve) - Count);

    public bool Has(IncidentId id)
    {
        lock (gate)
            return marks.ContainsKey(id);
    }

    /// <returns>False when there is no room.</returns>
    public bool Offer(IncidentId id, WorkPlace place = default)
    {
        lock (gate)
        {
            if (marks.TryGetValue(id, out var mark))
            {
                if (mark == Mark.Running)
                    (marks[id], again[id]) = (Mark.RunningAndWanted, place.Turn);
                return true;
            }

            if (marks.Count >= RoomFor(place))
                return false;
            Enqueue(id, place);
            return true;
        }
    }

    public async ValueTask<IncidentId> TakeAsync(CancellationToken cancellationToken)
    {
        await available.WaitAsync(cancellationToken);
        lock (gate)
        {
            var id = (urgent.IsEmpty ? lifecycle.IsEmpty ? alerts : lifecycle : urgent).Dequeue();
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
            again.Remove(id, out var turn);
            if (mark == Mark.RunningAndWanted)
                Enqueue(id, new(Lane.Lifecycle, turn));
        }
    }

    private int RoomFor(WorkPlace place) => place.Turn.Urgent
        ? capacity + (2 * Reserve)
        : Waits(place.Turn.Source ?? "") ? capacity : capacity + Reserve;

    private bool Waits(string source) => lifecycle.Has(source) || alerts.Has(source);

    private TurnQueue LaneOf(WorkPlace place) => place.Turn.Urgent ? urgent : place.Lane == Lane.Lifecycle ? lifecycle : alerts;

    private void Enqueue(IncidentId id, WorkPlace place)
    {
        marks[id] = Mark.Queued;
        LaneOf(place).Enqueue(id, place.Turn.Source ?? "");
        available.Release();
    }
}
