using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using AiFixer.Core.Changes;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.ReportedChanges;

/// <summary>A row for each change, by what it says: reported again, it is the same row.</summary>
internal sealed class ReportedChangeStore(
    Reader reader, Dialect dialect, Func<Func<DbConnection, int>, CancellationToken, Task<int>> write) : IReportedChanges
{
    private const int RowsPerStatement = 50;

    /// <summary>No incident is blamed on what was changed so long before.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public Task<int> AddAsync(IReadOnlyList<ReportedChange> changes, CancellationToken cancellationToken) => write(
        connection =>
        {
            var added = changes.Chunk(RowsPerStatement).Sum(chunk => Insert(connection, chunk));
            connection.Execute($"delete from reported_changes where received_at < {dialect.Clock} - @kept", ("kept", KeptFor.Ticks));
            return added;
        },
        cancellationToken);

    public Task<IReadOnlyList<ReportedChange>> ListAsync(ChangeQuestion question, CancellationToken cancellationToken) => reader.ListAsync(
        $"""
        select body, key from reported_changes where at >= @start and at <= @end
        {(question.Service is null ? "" : "and (service = @service or service = '')")} order by at desc, key limit @limit
        """,
        row => JsonSerializer.Deserialize(reader.Vault.Open((byte[])row.GetValue(0), Places.Reported(row.GetString(1))), ReportedChangeJson.Default.ReportedChange)!,
        cancellationToken,
        [
            ("start", question.Start.UtcTicks), ("end", question.End.UtcTicks), ("limit", (long)question.Limit),
            .. question.Service is { } service ? [("service", service)] : Array.Empty<(string, object?)>(),
        ]);

    private int Insert(DbConnection connection, ReportedChange[] changes)
    {
        var rows = string.Join(", ", changes.Select((_, i) => $"(@key{i}, @at{i}, @service{i}, @body{i}, {dialect.Clock})"));
        return connection.Execute(
            $"insert into reported_changes (key, at, service, body, received_at) values {rows} on conflict (key) do nothing",
            [.. changes.SelectMany(Parameters)]);
    }

    private IEnumerable<(string, object?)> Parameters(ReportedChange change, int i)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(change, ReportedChangeJson.Default.ReportedChange);
        var key = Convert.ToHexStringLower(SHA256.HashData(body));
        return
        [
            ($"key{i}", key), ($"at{i}", change.At.UtcTicks),
            ($"service{i}", change.Service ?? ""), ($"body{i}", reader.Vault.Seal(body, Places.Reported(key)).ToArray()),
        ];
    }
}
