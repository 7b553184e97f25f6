using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Sealing;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Reading;

/// <summary>Reads what lists show.</summary>
internal static class IncidentRows
{
    public const string Columns =
        "id, version, status, severity, title, fingerprint, target, opened_at, updated_at, due, repeats, last_seen, leader, source, sender_group, followers";

    public const string StoredColumns = Columns + ", digest, snapshot";

    public static StoredIncident Stored(DbDataReader row, Vault vault)
    {
        var item = Item(row);
        return new(item.Id, item.Version, row.GetString(16), Snapshot(row, vault), item.Row, item.Repeats, item.LastSeen, item.Followers);
    }

    public static IncidentListItem Item(DbDataReader row) => new(
        new(row.GetString(0)), row.GetInt64(1), Row(row), row.GetInt64(10), Ticks.ToTime(row.GetInt64(11)), row.GetInt64(15));

    public static IncidentRow Row(DbDataReader row) => new(
        Names.Status(row.GetString(2)),
        Names.Severity(row.GetString(3)),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        Ticks.ToTime(row.GetInt64(7)),
        Ticks.ToTime(row.GetInt64(8)),
        row.IsDBNull(9) ? null : Ticks.ToTime(row.GetInt64(9)),
        row.GetString(12) is { Length: > 0 } leader ? new(leader) : null,
        row.GetString(13),
        row.GetString(14));

    private static byte[] Snapshot(DbDataReader row, Vault vault) =>
        vault.Open(row.GetFieldValue<byte[]>(17), Places.Snapshot(row.GetString(0), row.GetInt64(1)));
}
