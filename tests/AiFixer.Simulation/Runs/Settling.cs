using AiFixer.Simulation.Checks;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Runs;

/// <summary>Whether everything has ended or is in a person's hands, with nobody at it any more. Asked now and then: it reads the disk.</summary>
internal sealed class Settling(Stage stage, Func<bool> mayBeSo)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);
    private long asked;
    private long entries = -1;

    public bool IsSo()
    {
        if (!mayBeSo() || stage.Sim.Now - asked < Between.Ticks)
            return false;
        asked = stage.Sim.Now;
        return OnDisk.UnderWay(stage.Disk).Count == 0 && (!stage.HasChat || IsToldInTheChat());
    }

    public string Why() => $"{OnDisk.Unsaid(stage.Disk)} things are unsaid; " +
        string.Join("; ", OnDisk.UnderWay(stage.Disk).Select(id => OnDisk.State(stage.Disk, id)).Select(state => $"{state.Id} is {state.Status} with {state.Task}"));

    /// <summary>All that was written was heard of, and nothing waits to be said; nothing was written since the last time we asked.</summary>
    private bool IsToldInTheChat()
    {
        var before = entries;
        entries = OnDisk.EntriesInAll(stage.Disk);
        return entries == before && OnDisk.IsFollowed(stage.Disk) && OnDisk.Unsaid(stage.Disk) == 0;
    }
}
