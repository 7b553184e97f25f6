namespace AiFixer.Playground.Faults;

/// <summary>What is wrong with the API itself. Control endpoints under <c>/world</c> never suffer from it.</summary>
internal sealed class ApiFaults
{
    private int answersToDrop;
    private int requestsToDrop;
    private long delayTicks;
    private int outage;

    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref delayTicks));
        set => Interlocked.Exchange(ref delayTicks, value.Ticks);
    }

    public ApiOutage Outage
    {
        get => (ApiOutage)Volatile.Read(ref outage);
        set => Volatile.Write(ref outage, (int)value);
    }

    public void DropAnswers(int count) => Interlocked.Add(ref answersToDrop, count);

    public void DropRequests(int count) => Interlocked.Add(ref requestsToDrop, count);

    public bool TakeDroppedAnswer() => Take(ref answersToDrop);

    public bool TakeDroppedRequest() => Take(ref requestsToDrop);

    public void Clear()
    {
        Interlocked.Exchange(ref answersToDrop, 0);
        Interlocked.Exchange(ref requestsToDrop, 0);
        Delay = TimeSpan.Zero;
        Outage = ApiOutage.None;
    }

    private static bool Take(ref int counter)
    {
        for (var left = Volatile.Read(ref counter); left > 0; left = Volatile.Read(ref counter))
        {
            if (Interlocked.CompareExchange(ref counter, left - 1, left) == left)
                return true;
        }

        return false;
    }
}
