using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>
/// The right to write to the store: of one process alone, or, in a store that is shared, of each for itself. Appends are
/// refused without it.
/// </summary>
public interface ILease
{
    /// <summary>
    /// Names our hold of it, unlike any other there is or was. In a shared store a hold that has run out is over for good:
    /// renewing begins another, of another name, so that nobody who saw it end is proved wrong.
    /// </summary>
    string Id { get; }

    /// <summary>Takes the lease or renews our own.</summary>
    Task<LeaseState> AcquireAsync(CancellationToken cancellationToken);

    Task ReleaseAsync(CancellationToken cancellationToken);

    /// <summary>Whether a hold, ours or another's, still lasts by the store's clock.</summary>
    Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken);
}
