namespace AiFixer.Simulation.Kernel;

/// <summary>
/// A process: whatever it awaits goes on as a step of it. It can be stopped between any two steps, for a while or for good.
/// </summary>
internal sealed class SimProcess(Sim sim, string name) : SynchronizationContext
{
    private readonly List<Happening> held = [];
    private bool isPaused;

    public string Name => name;

    public bool IsDead { get; private set; }

    /// <summary>How far its clock is from the true time.</summary>
    public TimeSpan Skew
    {
        get;
        set
        {
            field = value;
            sim.IsOff(value);
        }
    }

    /// <summary>How long what it says takes to be heard by itself, as when an answer of the store is on its way.</summary>
    public TimeSpan Echo { get; set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        // What a dead process leaves behind is cleared away by the runtime, on threads of its own.
        if (IsDead)
            return;
        if (Echo > TimeSpan.Zero)
            sim.Later(Echo, new(this, d, state));
        else
            sim.Soon(new(this, d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Begins something in this process, as a step of its own.</summary>
    public void Do(Action step) => sim.Soon(new(this, static state => ((Action)state!)(), step));

    public void DoLater(TimeSpan wait, Action step) => sim.Later(wait, new(this, static state => ((Action)state!)(), step));

    public void Kill()
    {
        if (!IsDead)
            sim.Story.Tell(sim, $"{name} is killed");
        IsDead = true;
        held.Clear();
    }

    public void Pause()
    {
        sim.Story.Tell(sim, $"{name} is stopped");
        isPaused = true;
    }

    public void GoOn()
    {
        if (!isPaused)
            return;
        isPaused = false;
        sim.Story.Tell(sim, $"{name} goes on");
        foreach (var happening in held)
            sim.Soon(happening);
        held.Clear();
    }

    public void Run(in Happening happening)
    {
        if (IsDead)
            return;
        if (isPaused)
        {
            held.Add(happening);
            return;
        }

        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            happening.Step(happening.State);
        }
        catch (Exception e)
        {
            sim.Break($"A step of {name} threw: {e}");
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
