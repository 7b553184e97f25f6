using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>Keeps a second process off the same database. Appends are refused without it.</summary>
public interface ILease
{
    /// <summary>Takes the lease or renews our own.</summary>
    Task<LeaseState> AcquireAsync(CancellationToken cancellationToken);

    Task ReleaseAsync(CancellationToken cancellationToken);
}
