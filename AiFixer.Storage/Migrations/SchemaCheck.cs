using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Migrations;

/// <summary>Whether those who only read find the tables they know.</summary>
internal sealed class SchemaCheck(Reader reader, Dialect dialect)
{
    private readonly Schema _schema = Steps.For(dialect);

    /// <summary>A newer program has not been here before us.</summary>
    public async Task AssertKnownAsync(CancellationToken cancellationToken)
    {
        if (SchemaGuard.TooNew(_schema, await FoundAsync(cancellationToken)) is { } reason)
            throw new StorageRefusedException(reason);
    }

    /// <summary>Everything that this program asks for is there.</summary>
    public async Task AssertMigratedAsync(CancellationToken cancellationToken)
    {
        if (SchemaGuard.TooOld(_schema, await FoundAsync(cancellationToken)) is { } reason)
            throw new JournalUnavailableException(reason);
    }

    private async Task<long> FoundAsync(CancellationToken cancellationToken) => (await reader.ListAsync(
        $"select coalesce(max(number), 0) from {_schema.Record}", row => row.GetInt64(0), cancellationToken))[0];
}
