using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Leases;

/// <summary>A row of our own in a store that is shared.</summary>
internal sealed class SharedLeaseRow(LeaseIdentity identity, Dialect dialect, StorageOptions options) : LeaseRow(identity, dialect, options)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    protected override LeaseState? Begin(DbConnection connection)
    {
        Sweep(connection);
        return Ask(
            connection,
            $"""
            insert into leases (name, token, holder, expires_at)
            select @name, @token, @holder, {Dialect.Clock} + @time
            where not exists (select 1 from leases as other where other.name = '{LeaseIdentity.Exclusive}' and other.expires_at > {Dialect.Clock})
            returning expires_at
            """);
    }

    private void Sweep(DbConnection connection) => connection.Execute(
        $"delete from leases where name like '{LeaseIdentity.Shared}%' and expires_at < {Dialect.Clock} - @kept", ("kept", KeptFor.Ticks));
}
