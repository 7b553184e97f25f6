using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Simulation.Disk;
using AiFixer.Storage.Databases;

namespace AiFixer.Simulation.Checks;

/// <summary>Reads what is on disk, past everything that may be wrong with reading it.</summary>
internal static class OnDisk
{
    /// <summary>Every incident, by its entries alone.</summary>
    public static IReadOnlyList<Incident> All(SimDisk disk) => [.. Ids(disk).Select(id => IncidentReplay.Run(Entries(disk, id)))];

    public static IReadOnlyList<IncidentId> Ids(SimDisk disk)
    {
        var ids = new List<IncidentId>();
        using var command = disk.Connection.Command("select id from incidents order by id");
        using var rows = command.ExecuteReader();
        while (rows.Read())
            ids.Add(new(rows.GetString(0)));
        return ids;
    }

    public static IReadOnlyList<StoredEntry> Entries(SimDisk disk, IncidentId id)
    {
        var entries = new List<StoredEntry>();
        using var command = disk.Connection.Command("select version, entry, digest from entries where incident = @id order by version", ("id", id.Value));
        using var rows = command.ExecuteReader();
        while (rows.Read())
            entries.Add(new(id, rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.GetString(2)));
        return entries;
    }
}
