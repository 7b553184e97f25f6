using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Simulation.Disk;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>Every incident with its row, its state and its entries, as they are on disk.</summary>
internal static class Lives
{
    public static List<WrittenLife> On(SimDisk disk) => [.. OnDisk.Ids(disk).Select(id => Read(disk, id))];

    private static WrittenLife Read(SimDisk disk, IncidentId id)
    {
        var (item, stored) = Row(disk, id);
        var chain = OnDisk.Entries(disk, id);
        return new(item, StoredState.Read(stored, chain), stored, chain, [.. chain.Select(entry => IncidentJson.ReadEntry(entry.Entry))]);
    }

    private static (IncidentListItem Item, StoredIncident Stored) Row(SimDisk disk, IncidentId id)
    {
        using var command = disk.Connection.Command($"select {IncidentRows.StoredColumns} from incidents where id = @id", ("id", id.Value));
        using var row = command.ExecuteReader();
        row.Read();
        return (IncidentRows.Item(row), IncidentRows.Stored(row, new(new())));
    }
}
