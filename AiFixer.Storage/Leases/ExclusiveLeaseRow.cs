using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Leases;

/// <summary>The one row of a store that has one writer. It is had once its holder, or everybody who shared the store, is gone.</summary>
internal sealed class ExclusiveLeaseRow(LeaseIdentity identity, Dialect dialect, StorageOptions options) : ILeaseRow
{
    public LeaseState? Take(DbConnection connection)
    {
        using var command = connection.Command(
            $"""
            insert into leases (name, token, holder, expires_at)
            select @name, @token, @holder, {dialect.Clock} + @time
            where not exists (select 1 from leases as other where other.name <> @name and other.expires_at > {dialect.Clock})
            on conflict (name) do update set token = excluded.token, holder = excluded.holder, expires_at = excluded.expires_at
            where leases.token = excluded.token or leases.expires_at <= {dialect.Clock}
            returning expires_at
            """,
            ("name", identity.Name),
            ("token", identity.Token),
            ("holder", identity.Holder),
            ("time", options.LeaseTime.Ticks));
        return command.ExecuteScalar() is long until ? new(true, identity.Holder, Ticks.ToTime(until), TimeSpan.Zero) : null;
    }
}
