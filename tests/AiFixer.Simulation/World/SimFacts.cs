using AiFixer.Core.Policy;
using AiFixer.Core.Ports;

namespace AiFixer.Simulation.World;

/// <summary>What people said, as one process reads it from the store: not at all while that is gone.</summary>
internal sealed class SimFacts(Stage stage) : IPolicyFacts
{
    private long readAt = long.MinValue;
    private PolicyFacts last = PolicyFacts.None;

    public PolicyFacts? Known => readAt > long.MinValue && stage.Sim.Now - readAt < Stage.OldNews.Ticks ? last : null;

    public Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken)
    {
        if (stage.Disk.Faults.IsGone)
            throw new JournalUnavailableException("The database is gone.");
        (last, readAt) = (stage.Facts, stage.Sim.Now);
        return Task.FromResult(last);
    }
}
