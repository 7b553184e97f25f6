using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Leases;

/// <summary>
/// A row of our own in a store that is shared. What has run out is never revived, for others may have seen it end and
/// taken over what we had under way: then there is a new row with a new token.
/// </summary>
internal sealed class SharedLeaseRow(LeaseIdentity identity, Dialect dialect, StorageOptions options) : ILeaseRow
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private bool _isTaken;

    public LeaseState? Take(DbConnection connection)
    {
        if (_isTaken && Renew(connection) is { } renewed)
            return renewed;
        identity.Change();
        Sweep(connection);
        var taken = Begin(connection);
        _isTaken = taken is not null;
        return taken;
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
        where not exists (select 1 from leases as other where other.name = '{LeaseIdentity.Exclusive}' and other.expires_at > {dialect.Clock})
        returning expires_at
        """);

    private void Sweep(DbConnection connection) => connection.Execute(
        $"delete from leases where name like '{LeaseIdentity.Shared}%' and expires_at < {dialect.Clock} - @kept", ("kept", KeptFor.Ticks));

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
