using AiFixer.Core.Changes;

namespace AiFixer.Core.Ports;

/// <summary>Deploys, commits and flags that were posted to us. Broken I/O is a <see cref="JournalUnavailableException"/>.</summary>
public interface IReportedChanges
{
    /// <summary>Stores what is not stored yet; when it returns, all of it is on disk. Those reported long ago are forgotten.</summary>
    /// <returns>How many were new.</returns>
    Task<int> AddAsync(IReadOnlyList<ReportedChange> changes, CancellationToken cancellationToken);

    /// <summary>What was reported, newest first.</summary>
    Task<IReadOnlyList<ReportedChange>> ListAsync(ChangeQuestion question, CancellationToken cancellationToken);
}
