using AiFixer.Storage.Writing;
using static AiFixer.Storage.Statements.Columns;

namespace AiFixer.Storage.Statements;

internal sealed class ClaimColumns
{
    private readonly Column<string> _key = Text("key");
    private readonly Column<string> _incident = Text("incident");
    private readonly Column<long> _version = Number("version");
    private readonly Column<long?> _expiresAt = NumberOrNull("expires_at");

    public ClaimColumns() => All = [_key, _incident, _version, _expiresAt];

    public Column[] All { get; }

    public void Add(PendingAppend item, string key, long? expiresAt)
    {
        _key.Add(key);
        _incident.Add(item.Append.Incident.Value);
        _version.Add(item.Append.ExpectedVersion + 1);
        _expiresAt.Add(expiresAt);
    }
}
