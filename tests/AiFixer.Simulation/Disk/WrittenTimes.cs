using AiFixer.Core;
using AiFixer.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace AiFixer.Simulation.Disk;

/// <summary>When each entry came to the disk by the true time, which no process and no database knows.</summary>
internal static class WrittenTimes
{
    public static void Keep(SqliteConnection connection, Func<long> trueTime)
    {
        connection.CreateFunction("true_now", trueTime);
        connection.Execute("create temp table written_times (incident text not null, version integer not null, at integer not null)");
        connection.Execute(
            """
            create temp trigger write_time after insert on main.entries begin
                insert into written_times values (new.incident, new.version, true_now());
            end
            """);
    }

    public static IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> Read(SimDisk disk)
    {
        var times = new Dictionary<(IncidentId, long), TimeSpan>();
        using var command = disk.Connection.Command("select incident, version, at from written_times");
        using var rows = command.ExecuteReader();
        while (rows.Read())
            times[(new(rows.GetString(0)), rows.GetInt64(1))] = TimeSpan.FromTicks(rows.GetInt64(2));
        return times;
    }
}
