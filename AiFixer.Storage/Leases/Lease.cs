using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Leases;

/// <summary>A row that says who may write. The database's clock says for how long.</summary>
internal sealed class Lease(LeaseIdentity identity, LeaseRow row, Desk desk, Reader reader, Dialect dialect, StorageOptions options, TimeProvider time)
    : ILease
{
    public string Id => identity.Token;

    public async Task<LeaseState> AcquireAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var state = await desk.RunAsync(Acquire, cancellationToken);
        var left = options.LeaseTime - time.GetElapsedTime(start);
        return state with { ValidFor = state.Held && left > TimeSpan.Zero ? left : TimeSpan.Zero };
    }

    public async Task ReleaseAsync(CancellationToken cancellationToken) => await desk.RunAsync(
        connection => connection.Execute(
            "delete from leases where name = @name and token = @token", ("name", identity.Name), ("token", identity.Token)),
        cancellationToken);

    public async Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            $"select 1 from leases where token = @token and expires_at > {dialect.Clock}", _ => true, cancellationToken, ("token", id));
        return found.Count > 0;
    }

    private LeaseState Acquire(DbConnection connection) =>
        row.Take(connection) ?? Other(connection) ?? row.Take(connection) ?? new(false, "unknown", DateTimeOffset.MinValue, TimeSpan.Zero);

    private static LeaseState? Other(DbConnection connection)
    {
        using var command = connection.Command("select holder, expires_at from leases order by expires_at desc limit 1");
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(false, reader.GetString(0), Ticks.ToTime(reader.GetInt64(1)), TimeSpan.Zero) : null;
    }
}
