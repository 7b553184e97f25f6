using AiFixer.Simulation.Checks;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Runs;

/// <summary>Whether everything has ended or is in a person's hands, with nobody at it any more. Asked now and then: it reads the disk.</summary>
internal sealed class Settling(Stage stage, Func<bool> mayBeSo)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);
    private long asked;

    public bool IsSo()
    {
        if (!mayBeSo() || stage.Sim.Now - asked < Between.Ticks)
            return false;
        asked = stage.Sim.Now;
        return OnDisk.UnderWay(stage.Disk).Count == 0;
    }

    public string Why() =>
        string.Join("; ", OnDisk.UnderWay(stage.Disk).Select(id => OnDisk.State(stage.Disk, id)).Select(state => $"{state.Id} is {state.Status} with {state.Task}"));
}
