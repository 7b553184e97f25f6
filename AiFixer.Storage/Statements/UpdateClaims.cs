using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Statements;

/// <summary>Takes keys whose row was seen, and locked, to be free or our own.</summary>
internal sealed class UpdateClaims(Dialect dialect, ClaimColumns columns) : Command(dialect, columns.All)
{
    public override string Text => $"""
        update claims set incident = r.incident, version = r.version, expires_at = r.expires_at
        from {Rows} where claims.key = r.key
        """;

    public void Add(PendingAppend item, string key, long? expiresAt) => columns.Add(item, key, expiresAt);
}
