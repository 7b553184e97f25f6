using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Leases;

/// <summary>A row that says who may write. The database's clock says for how long.</summary>
internal sealed class Lease(LeaseIdentity identity, Dialect dialect, Desk desk, StorageOptions options, TimeProvider time) : ILease
{
    public async Task<LeaseState> AcquireAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var state = await desk.RunAsync(Acquire, cancellationToken);
        var left = options.LeaseTime - time.GetElapsedTime(start);
        return state with { ValidFor = state.Held && left > TimeSpan.Zero ? left : TimeSpan.Zero };
    }

    public Task ReleaseAsync(CancellationToken cancellationToken) => desk.RunAsync(
        connection => connection.Execute(
            "delete from leases where name = @name and token = @token", ("name", identity.Name), ("token", identity.Token)),
        cancellationToken);

    private LeaseState Acquire(DbConnection connection) =>
        Take(connection) ?? Other(connection) ?? Take(connection) ?? new(false, "unknown", DateTimeOffset.MinValue, TimeSpan.Zero);

    private LeaseState? Take(DbConnection connection)
    {
        using var command = connection.Command(
            $"""
            insert into leases (name, token, holder, expires_at) values (@name, @token, @holder, {dialect.Clock} + @time)
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

    private LeaseState? Other(DbConnection connection)
    {
        using var command = connection.Command("select holder, expires_at from leases where name = @name", ("name", identity.Name));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(false, reader.GetString(0), Ticks.ToTime(reader.GetInt64(1)), TimeSpan.Zero) : null;
    }
}
