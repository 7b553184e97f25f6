using System.Data.Common;
using AiFixer.Core.Messages;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Messages;

/// <summary>Rows of messages, read.</summary>
internal static class MessageRows
{
    public const string Work = "incident, severity, generation, attempts, error, since, due";
    public const string Posted = "incident, part, message_id, place, shown, is_open, tries, tried_at, is_gone, version";

    public static MessageWork ReadWork(DbDataReader row) => new(
        new(row.GetString(0)),
        Names.Severity(row.GetString(1)),
        row.GetInt64(2),
        (int)row.GetInt64(3),
        row.GetString(4),
        Ticks.ToTime(row.GetInt64(5)),
        Ticks.ToTime(row.GetInt64(6)));

    public static PostedMessage ReadPosted(DbDataReader row) => new(
        new(row.GetString(0)),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetInt64(5) == 1,
        (int)row.GetInt64(6),
        Ticks.ToTime(row.GetInt64(7)),
        row.GetInt64(8) == 1,
        row.GetInt64(9));
}
