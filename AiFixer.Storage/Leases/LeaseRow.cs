using System.Data.Common;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Leases;

/// <summary>
/// How the row is taken and renewed. What has run out is never revived: others may have had the store meanwhile, or seen our
/// hold end, and taken over what we had under way. Then there is a new hold with a new token.
/// </summary>
internal abstract class LeaseRow(LeaseIdentity identity, Dialect dialect, StorageOptions options)
{
    protected LeaseIdentity Identity { get; } = identity;

    protected Dialect Dialect { get; } = dialect;

    /// <returns>Null when others keep us from having it.</returns>
    public LeaseState? Take(DbConnection connection)
    {
        if (Renew(connection) is { } renewed)
            return renewed;
        Identity.Change();
        return Begin(connection);
    }

    protected abstract LeaseState? Begin(DbConnection connection);

    /// <summary>Runs a statement that answers until when the row is ours.</summary>
    protected LeaseState? Ask(DbConnection connection, string statement)
    {
        using var command = connection.Command(
            statement,
            ("name", Identity.Name),
            ("token", Identity.Token),
            ("holder", Identity.Holder),
            ("time", options.LeaseTime.Ticks));
        return command.ExecuteScalar() is long until ? new(true, Identity.Holder, Ticks.ToTime(until), TimeSpan.Zero) : null;
    }

    private LeaseState? Renew(DbConnection connection) => Ask(
        connection,
        $"""
        update leases set expires_at = {Dialect.Clock} + @time
        where name = @name and token = @token and holder = @holder and expires_at > {Dialect.Clock}
        returning expires_at
        """);
}
