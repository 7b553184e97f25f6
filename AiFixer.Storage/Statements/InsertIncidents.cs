using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Statements;

internal sealed class InsertIncidents(Dialect dialect, IncidentColumns columns) : Command(dialect, columns.All)
{
    public override string Text => $"""
        insert into incidents (id, version, digest, status, severity, title, fingerprint, target, search, opened_at, updated_at, due, snapshot, snapshot_format, repeats, last_seen, leader, source, sender_group, followers)
        select r.id, r.version, r.digest, r.status, r.severity, r.title, r.fingerprint, r.target, r.search, r.opened_at, r.updated_at, r.due, r.snapshot, 1, 0, r.opened_at, r.leader, r.source, r.sender_group, 0
        from {Rows}
        """;

    public void Add(PendingAppend item) => columns.Add(item);
}
