namespace AiFixer.Playground.Time;

/// <summary>Work with a due time, taken in the order of due times and then of entry.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> items = new();
    private long order;

    public DateTimeOffset? NextDue => items.TryPeek(out _, out var at) ? at.Due : null;

    public void At(DateTimeOffset due, Action work) => items.Enqueue(work, (due, order++));

    public bool TryTake(DateTimeOffset now, out DateTimeOffset due, out Action work)
    {
        due = default;
        work = () => { };
        if (!items.TryPeek(out _, out var at) || at.Due > now)
            return false;
        due = at.Due;
        work = items.Dequeue();
        return true;
    }
}
