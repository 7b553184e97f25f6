using AiFixer.Core.Journal;
using AiFixer.Storage.Writing;
using static AiFixer.Storage.Statements.Columns;

namespace AiFixer.Storage.Statements;

/// <summary>What is written of an incident, new or known.</summary>
internal sealed class IncidentColumns
{
    private readonly Column<string> _id = Text("id");
    private readonly Column<long> _version = Number("version");
    private readonly Column<string> _digest = Text("digest");
    private readonly Column<string> _status = Text("status");
    private readonly Column<string> _severity = Text("severity");
    private readonly Column<string> _title = Text("title");
    private readonly Column<string> _fingerprint = Text("fingerprint");
    private readonly Column<string> _target = Text("target");
    private readonly Column<string> _search = Text("search");
    private readonly Column<long> _openedAt = Number("opened_at");
    private readonly Column<long> _updatedAt = Number("updated_at");
    private readonly Column<long?> _due = NumberOrNull("due");
    private readonly Column<ReadOnlyMemory<byte>> _snapshot = Bytes("snapshot");
    private readonly Column<string> _leader = Text("leader");
    private readonly Column<string> _source = Text("source");
    private readonly Column<string> _group = Text("sender_group");

    public IncidentColumns() =>
        All = [_id, _version, _digest, _status, _severity, _title, _fingerprint, _target, _search, _openedAt, _updatedAt, _due, _snapshot, _leader, _source, _group];

    public Column[] All { get; }

    public void Add(PendingAppend item)
    {
        var append = item.Append;
        Add(append.Row);
        _id.Add(append.Incident.Value);
        _version.Add(append.ExpectedVersion + 1);
        _digest.Add(item.Digest);
        _snapshot.Add(item.Content.Snapshot);
        _search.Add(item.Search);
    }

    private void Add(IncidentRow row)
    {
        _status.Add(Names.Of(row.Status));
        _severity.Add(Names.Of(row.Severity));
        _title.Add(row.Title);
        _fingerprint.Add(row.Fingerprint);
        _target.Add(row.Target);
        _openedAt.Add(row.OpenedAt.UtcTicks);
        _updatedAt.Add(row.UpdatedAt.UtcTicks);
        _due.Add(row.Due?.UtcTicks);
        _leader.Add(row.Leader?.Value ?? "");
        _source.Add(row.Source);
        _group.Add(row.Group);
    }
}
