using System.Data.Common;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Reading;

/// <summary>Runs queries, and turns whatever a broken database throws into the one exception that callers know.</summary>
internal sealed class Reader(IDatabase database, Vault vault)
{
    /// <summary>Opens what was read.</summary>
    public Vault Vault => vault;

    public async Task<T> RunAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(query, cancellationToken);
        }
        catch (UnknownDataKeyException)
        {
            // Another process may have made it since.
            await LearnAsync(cancellationToken);
        }

        try
        {
            return await OnceAsync(query, cancellationToken);
        }
        catch (UnknownDataKeyException exception)
        {
            throw new JournalUnavailableException(exception.Message, exception);
        }
    }

    /// <summary>Looks at which keys the store has now.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken) => vault.Learn(await OnceAsync(
        connection => Task.FromResult(DataKeyTable.Find(connection, database.Dialect)), cancellationToken));

    /// <summary>All rows of a query.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(
        string text, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        RunAsync<IReadOnlyList<T>>(
            async connection =>
            {
                await using var command = connection.Command(text, parameters);
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                var list = new List<T>();
                while (await rows.ReadAsync(cancellationToken))
                    list.Add(read(rows));
                return list;
            },
            cancellationToken);

    private async Task<T> OnceAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenReaderAsync(cancellationToken);
            return await query(connection);
        }
        catch (Exception exception) when (database.Classify(exception) != Failure.Bug)
        {
            throw new JournalUnavailableException("The store does not answer.", exception);
        }
    }
}
