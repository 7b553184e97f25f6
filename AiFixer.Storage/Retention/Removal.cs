using System.Data.Common;
using AiFixer.Storage.Counting;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Leases;

namespace AiFixer.Storage.Retention;

/// <summary>
/// Takes incidents that are in a file out of the store, in one short transaction: only those that are as they were
/// written there. Another process that does the same finds nothing left to do.
/// </summary>
internal sealed class Removal(Dialect dialect, LeaseIdentity lease, StatusTally tally)
{
    // A lock that is not to be had at once is waited for at the next try, not here: the writer waits with us.
    private const string NotNow = "55P03";
    private static readonly string[] Races = [NotNow, "40P01", "40001", "23505"];
    private readonly DigestBlocks _digests = new(dialect);
    private readonly ArchiveRecord _record = new(dialect);

    /// <returns>How many were removed; null when it should be tried again.</returns>
    public int? Run(DbConnection connection, ArchivePiece piece)
    {
        if (!HoldsLease(connection))
            return null;
        connection.Execute(dialect.BeginWrite);
        try
        {
            if (dialect.LockBlobs.Length > 0)
                connection.Execute(dialect.LockBlobs);
            var removed = Remove(connection, piece);
            var total = _record.Add(connection, piece.Archive, removed.Count);
            connection.Execute("commit");
            tally.Removed(total, removed.CountBy(incident => incident.Row.Status));
            return removed.Count;
        }
        catch (DbException exception) when (Races.Contains(exception.SqlState))
        {
            connection.Execute("rollback");
            return null;
        }
        catch
        {
            Abandon(connection);
            throw;
        }
    }

    private bool HoldsLease(DbConnection connection) => connection.Scalar<long>(
        $"select count(*) from leases where name = @name and token = @token and expires_at > {dialect.Clock}",
        ("name", lease.Name),
        ("token", lease.Token)) > 0;

    private List<ClosedIncident> Remove(DbConnection connection, ArchivePiece piece)
    {
        var there = Unchanged(connection, piece);
        var removed = piece.Incidents.Where(incident => there.Contains((incident.Id, incident.Row.Version))).ToList();
        if (removed.Count == 0)
            return removed;
        var ids = new InList<string>("id", [.. removed.Select(incident => incident.Id)]);
        connection.Execute($"delete from incidents where id in {ids}", ids.Parameters);
        connection.Execute($"delete from entries where incident in {ids}", ids.Parameters);
        new BlobRemoval(connection, removed).Run();
        Forget(connection, removed, ids);
        _digests.Add(connection, removed.SelectMany(incident => incident.Entries));
        return removed;
    }

    private HashSet<(string Id, long Version)> Unchanged(DbConnection connection, ArchivePiece piece)
    {
        var ids = new InList<string>("id", [.. piece.Incidents.Select(incident => incident.Id)]);
        using var command = connection.Command(
            $"""
            select x.id, x.version from incidents as x
            where x.id in {ids} and x.status in ('Resolved', 'Ignored') and {ClosedIncidents.IsLongClosed(dialect, "x")} {dialect.ForUpdate}
            """,
            [.. ids.Parameters, ("cutoff", piece.Cutoff.UtcTicks)]);
        using var rows = command.ExecuteReader();
        var found = new HashSet<(string, long)>();
        while (rows.Read())
            found.Add((rows.GetString(0), rows.GetInt64(1)));
        return found;
    }

    private static void Forget(DbConnection connection, List<ClosedIncident> removed, InList<string> ids)
    {
        var keys = removed.SelectMany(GrantKeys.Of).Distinct().ToList();
        if (keys.Count == 0)
            return;
        var list = new InList<string>("key", keys);
        connection.Execute($"delete from claims where key in {list} and incident in {ids}", [.. list.Parameters, .. ids.Parameters]);
    }

    private static void Abandon(DbConnection connection)
    {
        try
        {
            connection.Execute("rollback");
        }
        catch (DbException)
        {
            // It is broken, and the writer gives it up.
        }
    }
}
