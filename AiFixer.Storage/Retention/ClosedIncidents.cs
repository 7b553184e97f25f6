using System.Data.Common;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Sealing;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Retention;

/// <summary>Finds incidents that are closed long enough, oldest first, by the index that lists walk.</summary>
internal sealed class ClosedIncidents(Reader reader, Dialect dialect)
{
    // The ones that led and the ones that followed are in indexes of their own.
    private static readonly (string Status, string Severity, string Leader)[] Parts =
    [
        .. from status in Enum.GetValues<IncidentStatus>()
           where !status.IsOpen()
           from severity in Enum.GetValues<Severity>()
           from leader in new[] { "x.leader || '' = ''", "x.leader || '' <> ''" }
           select (Names.Of(status), Names.Of(severity), leader),
    ];

    /// <summary>What keeps an incident: an open task, a repeat of late, or that it still holds its fingerprint.</summary>
    /// <param name="row">The name of the row.</param>
    public static string IsLongClosed(Dialect dialect, string row) =>
        $"""
        {row}.updated_at < @cutoff and {row}.last_seen < @cutoff and {row}.due is null
        and not exists (
            select 1 from claims as held where held.key = 'open:' || {row}.fingerprint and held.incident = {row}.id
            and (held.expires_at is null or held.expires_at > {dialect.Clock}))
        """;

    /// <summary>The moment before which they must have closed: so long ago by our clock and by the database's.</summary>
    public async Task<DateTimeOffset> CutoffAsync(DateTimeOffset now, int days, CancellationToken cancellationToken)
    {
        var clock = await reader.ListAsync($"select {dialect.Clock}", row => row.GetInt64(0), cancellationToken);
        return Ticks.ToTime(Math.Min(now.UtcTicks, clock[0])).AddDays(-days);
    }

    /// <summary>The next ids after one.</summary>
    public Task<IReadOnlyList<string>> NextAsync(string after, DateTimeOffset cutoff, int most, CancellationToken cancellationToken)
    {
        var parts = Parts.Select((part, i) =>
            $"""
            select id from (
                select x.id from incidents as x
                where (x.status, x.severity, x.id) > ('{part.Status}', '{part.Severity}', @after)
                and (x.status, x.severity, x.id) < ('{part.Status}', '{part.Severity}', @bound) and {part.Leader} and {IsLongClosed(dialect, "x")}
                order by x.status, x.severity, x.id limit @rows) as p{i}
            """);
        return reader.ListAsync(
            string.Join(" union all ", parts) + " order by id limit @rows",
            row => row.GetString(0),
            cancellationToken,
            ("after", after),
            ("bound", Bound(cutoff)),
            ("cutoff", cutoff.UtcTicks),
            ("rows", (long)most));
    }

    /// <summary>All there is of them.</summary>
    public Task<IReadOnlyList<ClosedIncident>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => reader.RunAsync(
        async connection =>
        {
            var list = new InList<string>("id", ids);
            var entries = await ListAsync(
                connection, $"select incident, version, digest, stream, seq, entry from entries where incident in {list} order by incident, version", Entry, list.Parameters, cancellationToken);
            var of = entries.ToLookup(entry => entry.Incident, StringComparer.Ordinal);
            var rows = await ListAsync(
                connection, $"select {IncidentRows.StoredColumns} from incidents where id in {list} order by id", Row, list.Parameters, cancellationToken);
            return (IReadOnlyList<ClosedIncident>)[.. rows.Select(row => new ClosedIncident(
                row with { Blobs = [.. of[row.Id].SelectMany(entry => BlobHashes.In(entry.Entry.ToArray())).Distinct()] }, [.. of[row.Id]]))];
        },
        cancellationToken);

    public Task<IReadOnlyList<ArchivedBlob>> BlobsAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        var list = new InList<string>("hash", hashes);
        return hashes.Count == 0
            ? Task.FromResult<IReadOnlyList<ArchivedBlob>>([])
            : reader.ListAsync(
                $"select hash, media_type, bytes from blobs where hash in {list}",
                row => new ArchivedBlob(row.GetString(0), row.GetString(1), Bytes.Of(reader.Vault.OpenOrKeep(row.GetFieldValue<byte[]>(2), Places.Blob(row.GetString(0))))),
                cancellationToken,
                list.Parameters);
    }

    // An id begins with the time at which the incident was opened.
    private static string Bound(DateTimeOffset cutoff) => IncidentId.Create(cutoff, 0).Value;

    private static async Task<List<T>> ListAsync<T>(
        DbConnection connection, string text, Func<DbDataReader, T> read, (string, object?)[] parameters, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(text, parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await rows.ReadAsync(cancellationToken))
            list.Add(read(rows));
        return list;
    }

    private ArchivedEntry Entry(DbDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4),
        Bytes.Of(reader.Vault.OpenOrKeep(row.GetFieldValue<byte[]>(5), Places.Entry(row.GetString(0), row.GetInt64(1)))));

    private ArchivedRow Row(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.GetString(16),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        Ticks.ToTime(row.GetInt64(7)),
        Ticks.ToTime(row.GetInt64(8)),
        row.GetInt64(10),
        Ticks.ToTime(row.GetInt64(11)),
        Bytes.Of(reader.Vault.OpenOrKeep(row.GetFieldValue<byte[]>(17), Places.Snapshot(row.GetString(0), row.GetInt64(1)))),
        []);
}
