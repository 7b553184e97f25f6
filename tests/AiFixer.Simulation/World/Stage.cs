using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Simulation.Chat;
using AiFixer.Simulation.Disk;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.Nodes;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.World;

/// <summary>What every process of a run shares and none of them takes with it when it dies.</summary>
internal sealed class Stage : IDisposable
{
    private readonly List<Departure> departures = [];
    private readonly List<Click> clicks = [];
    private readonly List<Investigation> investigations = [];

    public Stage(Sim sim, Plot plot, int seed)
    {
        (Sim, Plot) = (sim, plot);
        Outside = new(sim, "outside");
        Clock = new(sim, Outside);
        Disk = new(sim);
        Network = new(sim);
        Chat = new(sim);
        Ledger = new(Clock);
        Folder = new(seed);
    }

    public Sim Sim { get; }

    public Plot Plot { get; }

    /// <summary>Senders, people and targets: what never dies.</summary>
    public SimProcess Outside { get; }

    public SimClock Clock { get; }

    public SimDisk Disk { get; }

    public Network Network { get; }

    /// <summary>The room in which people are told and answer, in runs that have one.</summary>
    public SimChat Chat { get; }

    public bool HasChat { get; init; }

    public Ledger Ledger { get; }

    public Folder Folder { get; }

    public Acknowledged Acknowledged { get; } = new();

    public IReadOnlyList<Departure> Departures => departures;

    /// <summary>Everything that people said, whether it was taken or not.</summary>
    public IReadOnlyList<Click> Clicks => clicks;

    public IReadOnlyList<Investigation> Investigations => investigations;

    /// <summary>When everything went well again, by the true time.</summary>
    public TimeSpan CalmSince { get; set; } = TimeSpan.MaxValue;

    /// <summary>Of a hundred calls, how many wait for a place for a while.</summary>
    public double CrowdedPercent { get; set; }

    /// <summary>How wrong the clock of the next process is.</summary>
    public TimeSpan SkewOfNext() => Sim.Chance.Percent(Plot.SkewedPercent) ? Sim.Chance.Seconds(-90, 90) : TimeSpan.Zero;

    /// <summary>Nothing leaves on what was read longer ago.</summary>
    public static TimeSpan OldNews { get; } = TimeSpan.FromSeconds(5);

    /// <summary>What people said.</summary>
    public PolicyFacts Facts { get; private set; } = PolicyFacts.None;

    public WorkflowRules Rules => Plot.Rules;

    public EngineOptions Options => Plot.Options;

    /// <summary>Somebody stops everything, or lets it go on.</summary>
    public void Stop(bool isStopped)
    {
        Facts = PolicyFacts.None with { Stopped = isStopped ? new("Ada", Sim.Time, "A drill.") : null };
        Sim.Story.Tell(Sim, $"AiFixer is {(isStopped ? "stopped" : "let go on")}");
    }

    public void Sent(Sending sending, SimProcess by)
    {
        if (Facts.Stopped is { } stop && Sim.Time - stop.At > OldNews)
            Sim.Break($"{by.Name} sends {sending.Action} though everything was stopped at {stop.At:u}");
        departures.Add(new(sending, TimeSpan.FromTicks(Sim.Now)));
        Sim.Story.Tell(Sim, $"{by.Name} sends {sending.Action}: {sending.Plan.Payload}");
    }

    /// <summary>What a person said arrives, and is being answered.</summary>
    public Task<TellReceipt> Arrived(IncidentId incident, PersonInput input, Task<TellReceipt> told)
    {
        clicks.Add(new(incident, input, TimeSpan.FromTicks(Sim.Now), told));
        return told;
    }

    public void Investigated(Investigation investigation) => investigations.Add(investigation);

    public void Dispose()
    {
        Disk.Dispose();
        Folder.Dispose();
    }
}
