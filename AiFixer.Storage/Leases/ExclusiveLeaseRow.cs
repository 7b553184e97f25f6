using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Leases;

/// <summary>The one row of a store that has one writer. It is had once its holder, or everybody who shared the store, is gone.</summary>
internal sealed class ExclusiveLeaseRow(LeaseIdentity identity, Dialect dialect, StorageOptions options) : LeaseRow(identity, dialect, options)
{
    protected override LeaseState? Begin(DbConnection connection) => Ask(
        connection,
        $"""
        insert into leases (name, token, holder, expires_at)
        select @name, @token, @holder, {Dialect.Clock} + @time
        where not exists (select 1 from leases as other where other.name <> @name and other.expires_at > {Dialect.Clock})
        on conflict (name) do update set token = excluded.token, holder = excluded.holder, expires_at = excluded.expires_at
        where leases.expires_at <= {Dialect.Clock}
        returning expires_at
        """);
}
