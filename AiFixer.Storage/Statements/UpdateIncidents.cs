using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Statements;

internal sealed class UpdateIncidents(Dialect dialect, IncidentColumns columns) : Command(dialect, columns.All)
{
    public override string Text => $"""
        update incidents
        set version = r.version, digest = r.digest, status = r.status, severity = r.severity, title = r.title, fingerprint = r.fingerprint,
            target = r.target, search = r.search, opened_at = r.opened_at, updated_at = r.updated_at, due = r.due, snapshot = r.snapshot,
            leader = r.leader, source = r.source, sender_group = r.sender_group
        from {Rows}
        where incidents.id = r.id
        """;

    public void Add(PendingAppend item) => columns.Add(item);
}
