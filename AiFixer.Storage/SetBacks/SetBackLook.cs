using System.Data.Common;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.SetBacks;

/// <summary>
/// Whether the database is older than what was signed about it: restored from a backup, failed over to a copy that was
/// behind, or cut off. Only what is on disk is signed, so a database that was left alone is never behind.
/// </summary>
internal static class SetBackLook
{
    /// <returns>Null when everything that was signed is there.</returns>
    public static SignedAhead? Find(DbConnection connection, CheckpointFile signed)
    {
        if (signed.Lines == 0)
            return null;
        var ends = Ends(connection);
        var ahead = signed.Newest.Where(checkpoint => checkpoint.Seq > ends.GetValueOrDefault(checkpoint.Stream)).ToList();
        return ahead.Count == 0
            ? null
            : new(
                signed.Id,
                ahead.Max(checkpoint => checkpoint.Line),
                ahead.Sum(checkpoint => checkpoint.Seq - ends.GetValueOrDefault(checkpoint.Stream)),
                ahead.Max(checkpoint => checkpoint.At),
                signed.Newest.Max(checkpoint => checkpoint.Stream));
    }

    private static Dictionary<long, long> Ends(DbConnection connection)
    {
        var ends = new Dictionary<long, long>();
        using var command = connection.Command($"select id, {StreamWalk.End("streams.id")} from streams");
        using var rows = command.ExecuteReader();
        while (rows.Read())
            ends[rows.GetInt64(0)] = rows.GetInt64(1);
        return ends;
    }
}
