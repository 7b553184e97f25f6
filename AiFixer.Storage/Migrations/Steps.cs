using AiFixer.Storage.Databases;
using AiFixer.Storage.Documents;
using AiFixer.Storage.Messages;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Migrations;

/// <summary>All steps there are for incidents, in order.</summary>
internal static class Steps
{
    public static Schema For(Dialect dialect) => new(
        "incident tables",
        "schema_migrations",
        [Journal(dialect), Lists, CheckpointFiles(dialect), Groups(dialect), Archives(dialect), ReportedChanges(dialect), DocumentTables.Step(7, dialect), MessageTables.Step(8, dialect), DataKeyTable.Step(9, dialect), HealCounts(dialect)],
        Tables,
        "Restore a backup: this program makes its tables in an empty database only.");

    private static IReadOnlyList<Table> Tables { get; } =
    [
        new("incidents", "id", "version", "digest", "status", "severity", "title", "fingerprint", "target", "search", "opened_at", "updated_at", "due", "snapshot", "snapshot_format", "repeats", "last_seen", "leader", "followers", "source", "sender_group"),
        new("entries", "incident", "version", "entry", "digest", "stream", "seq"),
        new("claims", "key", "incident", "version", "expires_at"),
        new("blobs", "hash", "media_type", "bytes", "incident"),
        new("blob_refs", "hash", "incident"),
        new("leases", "name", "token", "holder", "expires_at"),
        new("streams", "id", "holder", "started_at", "checkpoint_line", "checkpoint_digest", "checkpoint_file"),
        new("archives", "file", "digest", "bytes", "incidents", "entries", "first_id", "last_id", "archived_at", "ids", "removed"),
        new("archived_digests", "stream", "block", "last", "digests"),
        new("heal_counts", "playbook", "result", "times", "last_at"),
        new("reported_changes", "key", "at", "service", "body", "received_at"),
        .. DocumentTables.Tables,
        .. MessageTables.Tables,
        DataKeyTable.Table,
    ];

    // Lists with a severity walk it in order too, and without one merge a few stretches of it. A program that does not
    // know it still finds everything, only more slowly.
    private static Migration Lists { get; } = new(2, "lists",
    [
        "create index incidents_list on incidents (status, severity, id)",
        "drop index incidents_status",
    ]);

    // Several processes have a file each. What was written before there were several is in the only file there is.
    private static Migration CheckpointFiles(Dialect d) =>
        new(3, "checkpoint files", [$"alter table streams add column checkpoint_file {d.Text} not null default ''"]);

    // What follows another incident is in indexes of its own: a list without it must not walk over fifty thousand of them.
    // Those of lists with a status say it in another way, so that they are not mixed up with those of lists without one.
    private static Migration Groups(Dialect d) => new(4, "groups",
    [
        $"alter table incidents add column leader {d.Text} not null default ''",
        $"alter table incidents add column followers {d.Number} not null default 0",
        $"alter table incidents add column source {d.Text} not null default ''",
        $"alter table incidents add column sender_group {d.Text} not null default ''",
        "create index incidents_list_heads on incidents (status, severity, id) where leader || '' = ''",
        "create index incidents_list_followers on incidents (status, severity, id) where leader || '' <> ''",
        "create index incidents_heads on incidents (id) where leader = ''",
        "create index incidents_leader on incidents (leader, id) where leader <> ''",
        "create index incidents_target on incidents (target, id) where leader = '' and target <> ''",
        "create index incidents_group on incidents (sender_group, id) where leader = '' and sender_group <> ''",
        "create index incidents_due_turns on incidents (severity, due) where due is not null",
        "drop index incidents_list",
        "drop index incidents_due",
    ]);

    // A blob belongs to the incident that brought it, and only where others refer to it too is that written down. Of blobs
    // that were there before nobody knows who refers to them: they stay.
    private static Migration Archives(Dialect d) => new(5, "archives",
    [
        $"alter table blobs add column incident {d.Text} not null default ''",
        $"create table blob_refs (hash {d.Text} not null, incident {d.Text} not null, primary key (hash, incident)) {d.ByKey}",
        $"""
        create table archives (
            file {d.Text} not null primary key,
            digest {d.Text} not null,
            bytes {d.Number} not null,
            incidents {d.Number} not null,
            entries {d.Number} not null,
            first_id {d.Text} not null,
            last_id {d.Text} not null,
            archived_at {d.Number} not null,
            ids {d.Bytes} not null,
            removed {d.Number} not null)
        """,
        $"""
        create table archived_digests (
            stream {d.Number} not null,
            block {d.Number} not null,
            last {d.Number} not null,
            digests {d.Bytes} not null,
            primary key (stream, block))
        """,
    ]);

    private static Migration ReportedChanges(Dialect d) => new(6, "reported changes",
    [
        $"""
        create table reported_changes (
            key {d.Text} not null primary key,
            at {d.Number} not null,
            service {d.Text} not null,
            body {d.Bytes} not null,
            received_at {d.Number} not null)
        """,
        "create index reported_changes_at on reported_changes (at)",
        "create index reported_changes_received on reported_changes (received_at)",
    ]);

    // What came before it was counted is not in it.
    private static Migration HealCounts(Dialect d) => new(10, "heal counts",
    [
        $"""
        create table heal_counts (
            playbook {d.Text} not null,
            result {d.Text} not null,
            times {d.Number} not null,
            last_at {d.Number} not null,
            primary key (playbook, result))
        """,
    ]);

    private static Migration Journal(Dialect d) => new(1, "journal",
    [
        $"""
        create table incidents (
            id {d.Text} not null primary key,
            version {d.Number} not null,
            digest {d.Text} not null,
            status {d.Text} not null,
            severity {d.Text} not null,
            title {d.Text} not null,
            fingerprint {d.Text} not null,
            target {d.Text} not null,
            search {d.Text} not null,
            opened_at {d.Number} not null,
            updated_at {d.Number} not null,
            due {d.Number},
            snapshot {d.Bytes} not null,
            snapshot_format {d.Number} not null,
            repeats {d.Number} not null,
            last_seen {d.Number} not null)
        """,
        "create index incidents_due on incidents (due) where due is not null",
        "create index incidents_status on incidents (status, id)",
        $"""
        create table entries (
            incident {d.Text} not null,
            version {d.Number} not null,
            entry {d.Bytes} not null,
            digest {d.Text} not null,
            stream {d.Number} not null,
            seq {d.Number} not null,
            primary key (incident, version))
        """,
        "create unique index entries_stream on entries (stream, seq)",
        $"""
        create table claims (
            key {d.Text} not null primary key,
            incident {d.Text} not null,
            version {d.Number} not null,
            expires_at {d.Number}) {d.ByKey}
        """,
        $"create table blobs (hash {d.Text} not null primary key, media_type {d.Text} not null, bytes {d.Bytes} not null)",
        $"create table leases (name {d.Text} not null primary key, token {d.Text} not null, holder {d.Text} not null, expires_at {d.Number} not null)",
        $"create table streams (id {d.Identity}, holder {d.Text} not null, started_at {d.Number} not null, checkpoint_line {d.Number} not null, checkpoint_digest {d.Text} not null)",
    ]);
}
