using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Statements;

/// <summary>Takes keys that had no row. If somebody else was faster the whole batch fails and is decided again.</summary>
internal sealed class InsertClaims(Dialect dialect, ClaimColumns columns) : Command(dialect, columns.All)
{
    public override string Text =>
        $"insert into claims (key, incident, version, expires_at) select r.key, r.incident, r.version, r.expires_at from {Rows}";

    public void Add(PendingAppend item, string key, long? expiresAt) => columns.Add(item, key, expiresAt);
}
