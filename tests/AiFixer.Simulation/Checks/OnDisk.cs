using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Simulation.Disk;
using AiFixer.Storage.Databases;

namespace AiFixer.Simulation.Checks;

/// <summary>Reads what is on disk, past everything that may be wrong with reading it.</summary>
internal static class OnDisk
{
    /// <summary>An incident, by its entries alone.</summary>
    public static Incident State(SimDisk disk, IncidentId id) => IncidentReplay.Run(Entries(disk, id));

    public static IReadOnlyList<IncidentId> Ids(SimDisk disk) => Ids(disk, "1 = 1");

    /// <summary>Those that lists show as not closed.</summary>
    public static IReadOnlyList<IncidentId> Open(SimDisk disk) => Ids(disk, "status not in ('Resolved', 'Ignored')");

    /// <summary>Those in a person's hands that others wait for.</summary>
    public static IReadOnlyList<IncidentId> WaitedFor(SimDisk disk) => Ids(disk, "status = 'Escalated' and followers > 0");

    /// <summary>Those that lists show neither as closed nor in a person's hands.</summary>
    public static IReadOnlyList<IncidentId> UnderWay(SimDisk disk) => Ids(disk, "status not in ('Resolved', 'Ignored', 'Escalated') or (status <> 'Escalated' and due is not null)");

    private static List<IncidentId> Ids(SimDisk disk, string condition)
    {
        var ids = new List<IncidentId>();
        using var command = disk.Connection.Command($"select id from incidents where {condition} order by id");
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
