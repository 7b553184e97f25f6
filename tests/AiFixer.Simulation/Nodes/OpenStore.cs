using AiFixer.Simulation.Disk;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.World;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Simulation.Nodes;

/// <summary>The store as a process opens it.</summary>
internal static class OpenStore
{
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);

    public static JournalStore In(Stage stage, SimProcess process)
    {
        var options = new StorageOptions
        {
            Exclusive = !stage.Plot.IsShared,
            LeaseTime = LeaseTime,
            BatchSize = stage.Sim.Chance.Of(1, 4, 256),
            SweepEvery = TimeSpan.FromMinutes(1),
            CheckpointEvery = TimeSpan.FromDays(1),
            DataFolder = stage.Folder.Path,
            KeyFolder = Folder.Keys,
        };
        return new(options, new SimDatabase(stage.Disk, process), new(options), new SimClock(stage.Sim, process), NullLoggerFactory.Instance, new SimWriterThreads(stage.Disk, process));
    }
}
