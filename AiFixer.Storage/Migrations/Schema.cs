using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Migrations;

/// <summary>Which schema the database has, for those who only read it.</summary>
internal sealed class Schema(Reader reader, Dialect dialect)
{
    private readonly int _known = Steps.For(dialect)[^1].Number;

    public static StorageRefusedException Newer(long found, int known) => new(
        $"The database has schema {found}, and this program knows schema {known} at most: a newer program has been here. Start that one, or restore the backup made before it.");

    /// <summary>A newer program has not been here before us.</summary>
    public async Task AssertKnownAsync(CancellationToken cancellationToken)
    {
        if (await FoundAsync(cancellationToken) is var found && found > _known)
            throw Newer(found, _known);
    }

    /// <summary>Everything that this program asks for is there.</summary>
    public async Task AssertMigratedAsync(CancellationToken cancellationToken)
    {
        if (await FoundAsync(cancellationToken) is var found && found < _known)
            throw new JournalUnavailableException($"The database has schema {found}, and this program wants {_known}: start a silo of this release first.");
    }

    private async Task<long> FoundAsync(CancellationToken cancellationToken) =>
        (await reader.ListAsync("select coalesce(max(number), 0) from schema_migrations", row => row.GetInt64(0), cancellationToken))[0];
}
