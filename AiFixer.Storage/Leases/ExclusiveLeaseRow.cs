using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Leases;

/// <summary>
/// The one row of a store that has one writer. It is had once its holder, or everybody who shared the store, is gone. What
/// has run out is never revived: others may have had it meanwhile, and taken over what we had under way.
/// </summary>
internal sealed class ExclusiveLeaseRow(LeaseIdentity identity, Dialect dialect, StorageOptions options) : ILeaseRow
{
    public LeaseState? Take(DbConnection connection)
    {
        if (Renew(connection) is { } renewed)
            return renewed;
        identity.Change();
        return Begin(connection);
    }

    private LeaseState? Renew(DbConnection connection) => State(
        connection,
        $"""
        update leases set expires_at = {dialect.Clock} + @time
        where name = @name and token = @token and holder = @holder and expires_at > {dialect.Clock}
        returning expires_at
        """);

    private LeaseState? Begin(DbConnection connection) => State(
        connection,
        $"""
        insert into leases (name, token, holder, expires_at)
        select @name, @token, @holder, {dialect.Clock} + @time
        where not exists (select 1 from leases as other where other.name <> @name and other.expires_at > {dialect.Clock})
        on conflict (name) do update set token = excluded.token, holder = excluded.holder, expires_at = excluded.expires_at
        where leases.expires_at <= {dialect.Clock}
        returning expires_at
        """);

    private LeaseState? State(DbConnection connection, string statement)
    {
        using var command = connection.Command(
            statement,
            ("name", identity.Name),
            ("token", identity.Token),
            ("holder", identity.Holder),
            ("time", options.LeaseTime.Ticks));
        return command.ExecuteScalar() is long until ? new(true, identity.Holder, Ticks.ToTime(until), TimeSpan.Zero) : null;
    }
}
