using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Simulation.Disk;
using AiFixer.Storage.Databases;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>Claims and streams against the incidents they belong to.</summary>
internal static class ClaimPromises
{
    public static IEnumerable<string> Broken(SimDisk disk, List<WrittenLife> lives)
    {
        // A turn is held by a process, and by none for long.
        foreach (var (key, incident) in Claims(disk).Where(claim => !claim.Key.StartsWith("archive:", StringComparison.Ordinal)))
        {
            var life = lives.Find(one => one.Item.Id.Value == incident);
            if (life is null)
                yield return $"{key} is claimed by {incident}, which does not exist";
            else if (key.StartsWith(ClaimKeys.Open(""), StringComparison.Ordinal) && !life.State.Status.IsOpen())
                yield return $"{key} is still claimed by {incident}, which is {life.State.Status}";
        }

        foreach (var life in lives.Where(life => life.State.Status.IsOpen()))
        {
            if (!Claims(disk).Contains((ClaimKeys.Open(life.Item.Row.Fingerprint), life.Item.Id.Value)))
                yield return $"{life.Item.Id} is open and does not hold its fingerprint";
        }

        var (streams, entries) = (disk.Connection.Scalar<long>("select coalesce(sum(last), 0) from (select max(seq) as last from entries group by stream)"),
            disk.Connection.Scalar<long>("select count(*) from entries"));
        if (streams != entries)
            yield return $"the streams end at {streams} in sum, and there are {entries} entries";
    }

    private static HashSet<(string Key, string Incident)> Claims(SimDisk disk)
    {
        var claims = new HashSet<(string, string)>();
        using var command = disk.Connection.Command("select key, incident from claims");
        using var rows = command.ExecuteReader();
        while (rows.Read())
            claims.Add((rows.GetString(0), rows.GetString(1)));
        return claims;
    }
}
