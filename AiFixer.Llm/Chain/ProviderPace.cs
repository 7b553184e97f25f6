namespace AiFixer.Llm.Chain;

/// <summary>Keeps to what a provider was said to take: calls begun within any minute, and calls under way.</summary>
internal sealed class ProviderPace(int perMinute, int atOnce, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> begun = new();
    private int underWay;

    /// <summary>A place for one call, or when to ask again.</summary>
    public IDisposable? TryEnter(out TimeSpan wait)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (begun.TryPeek(out var first) && now - first >= Minute)
                begun.Dequeue();
            wait = perMinute > 0 && begun.Count >= perMinute ? begun.Peek() + Minute - now
                : underWay >= atOnce ? TimeSpan.FromSeconds(1)
                : TimeSpan.Zero;
            if (wait > TimeSpan.Zero)
                return null;
            if (perMinute > 0)
                begun.Enqueue(now);
            underWay++;
            return new Place(this);
        }
    }

    private void Leave()
    {
        lock (gate)
            underWay--;
    }

    private sealed class Place(ProviderPace pace) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                pace.Leave();
        }
    }
}
