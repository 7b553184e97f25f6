using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Simulation.Disk;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Messages;

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

    /// <summary>How much of what people say and see in a chat is not worked on yet.</summary>
    public static long Unsaid(SimDisk disk) => disk.Connection.Scalar<long>(
        "select (select count(*) from message_work) + (select count(*) from received_messages where is_done = 0)");

    public static long EntriesInAll(SimDisk disk) => disk.Connection.Scalar<long>("select count(*) from entries");

    /// <summary>Whether whoever tells people what happens has read it all.</summary>
    public static bool IsFollowed(SimDisk disk)
    {
        if (PositionText.Read(disk.Connection.Scalar<string>("select coalesce(max(position), '') from message_turns")) is not { } position)
            return false;
        using var command = disk.Connection.Command("select id, coalesce((select max(seq) from entries where stream = streams.id), 0) from streams");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetInt64(0) > position.Newest || (position.Ends.TryGetValue(rows.GetInt64(0), out var end) && end < rows.GetInt64(1)))
                return false;
        }

        return true;
    }

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
