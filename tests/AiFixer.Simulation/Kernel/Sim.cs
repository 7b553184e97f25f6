namespace AiFixer.Simulation.Kernel;

/// <summary>
/// One run: one thread, one clock, one list of what can happen next, and chance picks from it. Time passes only when
/// nothing can happen any more now, so a run of hours takes milliseconds and goes the same way every time.
/// </summary>
internal sealed class Sim(int seed, Story story)
{
    private const int MostAtOneMoment = 200_000;
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly List<Happening> now = [];
    private readonly PriorityQueue<Happening, (long At, long Order)> later = new();
    private readonly List<string> broken = [];
    private long order;
    private int atThisMoment;
    private TimeSpan mostBehind;
    private TimeSpan mostAhead;
    private volatile bool isOver;

    public Chance Chance { get; } = new(seed);

    public Story Story => story;

    /// <summary>The true time, in ticks; every clock there is may be wrong.</summary>
    public long Now { get; private set; } = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public DateTimeOffset Time => new(Now, TimeSpan.Zero);

    /// <summary>How far apart what two clocks of processes said can have been at most.</summary>
    public TimeSpan Apart => mostAhead - mostBehind;

    /// <summary>How many steps there were.</summary>
    public long Steps { get; private set; }

    /// <summary>What must not happen whatever is simulated: a step that threw, or one that left the simulation.</summary>
    public IReadOnlyList<string> Broken => broken;

    public void Soon(in Happening happening)
    {
        if (Environment.CurrentManagedThreadId == thread)
            now.Add(happening);
        else if (!isOver)
            Escaped();
    }

    public void Later(TimeSpan wait, in Happening happening) => later.Enqueue(happening, (Now + Math.Max(0, wait.Ticks), order++));

    /// <summary>A clock of a process is so far from the true time.</summary>
    public void IsOff(TimeSpan skew)
    {
        if (skew < mostBehind)
            mostBehind = skew;
        if (skew > mostAhead)
            mostAhead = skew;
    }

    /// <summary>Lets things happen until it is so; false when it is not so in that time.</summary>
    public bool RunUntil(Func<bool> isSo, TimeSpan atMost)
    {
        var end = Now + atMost.Ticks;
        while (!isSo())
        {
            if (broken.Count > 0 || Now > end || !Step())
                return false;
        }

        return true;
    }

    /// <summary>From now on nothing happens any more.</summary>
    public void End() => isOver = true;

    public void Break(string what) => broken.Add(what);

    private bool Step()
    {
        if (now.Count == 0 && !Advance())
            return false;
        var pick = Chance.Below(now.Count);
        var next = now[pick];
        now[pick] = now[^1];
        now.RemoveAt(now.Count - 1);
        Steps++;
        if (++atThisMoment > MostAtOneMoment)
            Break("Nothing but turning on the spot: too many steps at one moment.");
        next.Process.Run(next);
        return true;
    }

    private bool Advance()
    {
        if (!later.TryDequeue(out var next, out var at))
            return false;
        if (at.At > Now)
            (Now, atThisMoment) = (at.At, 0);
        now.Add(next);
        return true;
    }

    private void Escaped()
    {
        lock (broken)
            broken.Add($"A step went on outside of the simulation: {Environment.StackTrace}");
    }
}
