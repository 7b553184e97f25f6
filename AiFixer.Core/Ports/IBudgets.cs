namespace AiFixer.Core.Ports;

/// <summary>How much of what all nodes share is used. Throws <see cref="JournalUnavailableException"/> while the store is away.</summary>
public interface IBudgets
{
    /// <summary>How many units of a quota are taken now, by the database's clock.</summary>
    /// <param name="key">The claim's key.</param>
    Task<long> TakenAsync(string key, CancellationToken cancellationToken);
}
