using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;

namespace AiFixer.Storage.Messages;

/// <summary>The tables of what is said to people and what they say, by the channel it goes through.</summary>
internal static class MessageTables
{
    public static IReadOnlyList<Table> Tables { get; } =
    [
        new("message_turns", "channel", "holder", "expires_at", "position"),
        new("message_work", "channel", "incident", "severity", "generation", "attempts", "error", "since", "due"),
        new("posted_messages", "channel", "incident", "part", "message_id", "place", "shown", "is_open", "tries", "tried_at", "is_gone", "version", "touched_at"),
        new("received_messages", "channel", "id", "body", "note", "attempts", "received_at", "holder", "due", "is_done"),
    ];

    public static Migration Step(int number, Dialect d) => new(number, "messages",
    [
        $"create table message_turns (channel {d.Text} not null primary key, holder {d.Text} not null, expires_at {d.Number} not null, position {d.Text} not null) {d.ByKey}",
        $"""
        create table message_work (
            channel {d.Text} not null,
            incident {d.Text} not null,
            severity {d.Text} not null,
            generation {d.Number} not null,
            attempts {d.Number} not null,
            error {d.Text} not null,
            since {d.Number} not null,
            due {d.Number} not null,
            primary key (channel, incident)) {d.ByKey}
        """,
        "create index message_work_due on message_work (channel, severity, due)",
        $"""
        create table posted_messages (
            channel {d.Text} not null,
            incident {d.Text} not null,
            part {d.Text} not null,
            message_id {d.Text} not null,
            place {d.Text} not null,
            shown {d.Text} not null,
            is_open {d.Number} not null,
            tries {d.Number} not null,
            tried_at {d.Number} not null,
            is_gone {d.Number} not null,
            version {d.Number} not null,
            touched_at {d.Number} not null,
            primary key (channel, incident, part)) {d.ByKey}
        """,
        "create index posted_messages_id on posted_messages (channel, message_id) where message_id <> ''",
        "create index posted_messages_touched on posted_messages (channel, touched_at)",
        $"""
        create table received_messages (
            channel {d.Text} not null,
            id {d.Text} not null,
            body {d.Bytes} not null,
            note {d.Text} not null,
            attempts {d.Number} not null,
            received_at {d.Number} not null,
            holder {d.Text} not null,
            due {d.Number} not null,
            is_done {d.Number} not null,
            primary key (channel, id))
        """,
        "create index received_messages_due on received_messages (channel, due) where is_done = 0",
        "create index received_messages_old on received_messages (channel, received_at)",
    ]);
}
