using AiFixer.Simulation.Kernel;

namespace AiFixer.Simulation.Disk;

/// <summary>How often what goes wrong between a process and its database.</summary>
internal sealed class DiskFaults(Chance chance)
{
    /// <summary>Of a hundred transactions.</summary>
    public double Percent { get; set; }

    /// <summary>Nothing gets through at all.</summary>
    public bool IsGone { get; set; }

    /// <summary>The slowest commit there is, and the slowest answer.</summary>
    public int MostMilliseconds { get; set; } = 20;

    public Trouble Next() => !chance.Percent(Percent)
        ? Trouble.None
        : chance.Of(Trouble.NotBegun, Trouble.NotCommitted, Trouble.AnswerLost, Trouble.AnswerLost, Trouble.DeathBefore, Trouble.DeathAfter);

    public TimeSpan Latency() => chance.Milliseconds(0, MostMilliseconds);
}
