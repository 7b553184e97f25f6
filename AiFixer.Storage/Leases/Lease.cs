using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Writing;

namespace AiFixer.Storage.Leases;

/// <summary>A row that says who may write. The database's clock says for how long, unless nobody renewed it for that long.</summary>
internal sealed class Lease(LeaseIdentity identity, LeaseRow row, Desk desk, Reader reader, Dialect dialect, StorageOptions options, TimeProvider time)
    : ILease
{
    private readonly LeaseWatch _others = new(time);

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
            $"select expires_at from leases where token = @token and expires_at > {dialect.Clock}", row => row.GetInt64(0), cancellationToken, ("token", id));
        if (found is not [var until])
        {
            _others.Forget(id);
            return false;
        }

        return id == identity.Token || !_others.IsOver(id, until) || !await desk.RunAsync(connection => End(connection, id, until), cancellationToken);
    }

    private LeaseState Acquire(DbConnection connection) =>
        row.Take(connection) ?? AfterOthers(connection) ?? Other(connection) ?? row.Take(connection) ?? new(false, "unknown", DateTimeOffset.MinValue, TimeSpan.Zero);

    private LeaseState? AfterOthers(DbConnection connection)
    {
        var ended = false;
        foreach (var (token, until) in Others(connection).Where(other => _others.IsOver(other.Token, other.Until)))
            ended |= End(connection, token, until);
        return ended ? row.Take(connection) : null;
    }

    /// <summary>What was not renewed can never be: whoever paused and goes on finds no lease of its own.</summary>
    private bool End(DbConnection connection, string token, long until)
    {
        var ended = connection.Execute("delete from leases where token = @token and expires_at = @until", ("token", token), ("until", until)) > 0;
        if (ended)
            _others.Forget(token);
        return ended;
    }

    private static List<(string Token, long Until)> Others(DbConnection connection)
    {
        using var command = connection.Command("select token, expires_at from leases");
        using var reader = command.ExecuteReader();
        var found = new List<(string, long)>();
        while (reader.Read())
            found.Add((reader.GetString(0), reader.GetInt64(1)));
        return found;
    }

    private static LeaseState? Other(DbConnection connection)
    {
        using var command = connection.Command("select holder, expires_at from leases order by expires_at desc limit 1");
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(false, reader.GetString(0), Ticks.ToTime(reader.GetInt64(1)), TimeSpan.Zero) : null;
    }
}
