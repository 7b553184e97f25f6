using System.Data.Common;
using AiFixer.Core.Messages;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Messages;

/// <summary>Writes one message, if it is what whoever writes it thinks it is.</summary>
internal static class PostedMessageWriter
{
    public static int Save(DbConnection connection, Dialect dialect, string channel, PostedMessage message) =>
        connection.Execute(message.Version == 0 ? Insert(dialect) : Update(dialect), [.. Parameters(channel, message)]);

    private static string Insert(Dialect dialect) =>
        $"""
        insert into posted_messages (channel, incident, part, message_id, place, shown, is_open, tries, tried_at, is_gone, version, touched_at)
        values (@channel, @incident, @part, @message, @place, @shown, @open, @tries, @tried, @gone, @version + 1, {dialect.Clock})
        on conflict (channel, incident, part) do nothing
        """;

    private static string Update(Dialect dialect) =>
        $"""
        update posted_messages set message_id = @message, place = @place, shown = @shown, is_open = @open, tries = @tries,
            tried_at = @tried, is_gone = @gone, version = @version + 1, touched_at = {dialect.Clock}
        where channel = @channel and incident = @incident and part = @part and version = @version
        """;

    private static IEnumerable<(string, object?)> Parameters(string channel, PostedMessage message) =>
    [
        ("channel", channel), ("incident", message.Incident.Value), ("part", message.Part), ("message", message.MessageId),
        ("place", message.Place), ("shown", message.Shown), ("open", message.IsOpen ? 1L : 0L), ("tries", (long)message.Tries),
        ("tried", message.TriedAt.UtcTicks), ("gone", message.IsGone ? 1L : 0L), ("version", message.Version),
    ];
}
