using System.Data.Common;
using System.Security.Cryptography;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Leases;

/// <summary>
/// Among several processes one does a long piece of housekeeping at a time. Two at once would do no harm, but everything
/// twice: whoever pauses and goes on after its turn finds it done.
/// </summary>
/// <param name="what">What it is the turn for.</param>
internal sealed class Turn(string what, Desk desk, LeaseIdentity lease, Dialect dialect)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(2);
    private readonly string _key = what + ":turn";
    private readonly string _us = RandomNumberGenerator.GetHexString(32);

    /// <summary>Takes the turn, or keeps it. False when it is somebody else's, or when nobody may write here but another.</summary>
    public Task<bool> TakeAsync(CancellationToken cancellationToken) => desk.RunAsync(Take, cancellationToken);

    public Task EndAsync(CancellationToken cancellationToken) => desk.RunAsync(
        connection => connection.Execute("delete from claims where key = @key and incident = @us", ("key", _key), ("us", _us)), cancellationToken);

    private bool Take(DbConnection connection) => connection.Execute(
        $"""
        insert into claims (key, incident, version, expires_at) select @key, @us, 0, {dialect.Clock} + @length
        where exists (select 1 from leases where name = @name and token = @token and expires_at > {dialect.Clock})
        on conflict (key) do update set incident = excluded.incident, expires_at = excluded.expires_at
        where claims.incident = excluded.incident or claims.expires_at <= {dialect.Clock}
        """,
        ("key", _key),
        ("us", _us),
        ("length", Length.Ticks),
        ("name", lease.Name),
        ("token", lease.Token)) > 0;
}
