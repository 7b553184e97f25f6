namespace AiFixer.Playground.Store;

/// <summary>The latest changes, for watches that go on from a version they know.</summary>
internal sealed class ChangeLog
{
    private const int Kept = 2048;
    private readonly Queue<Change> changes = new(Kept);
    private readonly List<Subscription> subscriptions = [];

    /// <summary>Changes up to this version are forgotten.</summary>
    public long ForgottenUpTo { get; private set; }

    public void Add(Change change)
    {
        if (changes.Count == Kept)
            ForgottenUpTo = changes.Dequeue().Version;
        changes.Enqueue(change);
        foreach (var subscription in subscriptions)
            subscription.Offer(change);
    }

    public IEnumerable<Change> After(long version) => changes.Where(change => change.Version > version);

    public void Subscribe(Subscription subscription) => subscriptions.Add(subscription);

    public void Unsubscribe(Subscription subscription) => subscriptions.Remove(subscription);

    public void ForgetAll()
    {
        if (changes.Count > 0)
            ForgottenUpTo = changes.Last().Version;
        changes.Clear();
    }
}
