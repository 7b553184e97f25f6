using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Reading;

/// <summary>Counted in a table of its own; where an older program made the tables, nothing was counted yet.</summary>
internal sealed class PlaybookRecords(Reader reader, Dialect dialect) : IPlaybookRecords
{
    private const string All = "select playbook, result, times, last_at from heal_counts";

    public async Task<IReadOnlyDictionary<string, PlaybookRecord>> ReadAsync(CancellationToken cancellationToken) =>
        await ReadAsync(All, cancellationToken);

    public async Task<PlaybookRecord?> FindAsync(string playbook, CancellationToken cancellationToken) =>
        (await ReadAsync($"{All} where playbook = @playbook", cancellationToken, ("playbook", playbook))).GetValueOrDefault(playbook);

    private async Task<Dictionary<string, PlaybookRecord>> ReadAsync(string question, CancellationToken cancellationToken, params (string, object?)[] values)
    {
        var columns = await reader.ListAsync(dialect.ColumnsOfTable, row => row.GetString(0), cancellationToken, ("table", "heal_counts"));
        var rows = columns.Count == 0 ? [] : await reader.ListAsync(
            question,
            row => (Playbook: row.GetString(0), Result: row.GetString(1), Times: row.GetInt64(2), At: row.GetInt64(3)),
            cancellationToken,
            values);
        var records = new Dictionary<string, PlaybookRecord>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            // What a newer release counts is not among what we know to tell.
            if (Enum.TryParse<HealResult>(row.Result, out var result))
                records[row.Playbook] = records.GetValueOrDefault(row.Playbook, PlaybookRecord.None).With(result, row.Times, new(row.At, TimeSpan.Zero));
        }

        return records;
    }
}
