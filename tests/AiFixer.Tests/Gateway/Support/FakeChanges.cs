using AiFixer.Core.Changes;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

/// <summary>Keeps reported changes in memory.</summary>
internal sealed class FakeChanges : IReportedChanges
{
    public List<ReportedChange> Stored { get; } = [];

    /// <summary>The store cannot be reached.</summary>
    public bool Gone { get; set; }

    public Task<int> AddAsync(IReadOnlyList<ReportedChange> changes, CancellationToken cancellationToken)
    {
        if (Gone)
            throw new JournalUnavailableException("The database is away.");
        Stored.AddRange(changes);
        return Task.FromResult(changes.Count);
    }

    public Task<IReadOnlyList<ReportedChange>> ListAsync(ChangeQuestion question, CancellationToken cancellationToken)
    {
        if (Gone)
            throw new JournalUnavailableException("The database is away.");
        return Task.FromResult<IReadOnlyList<ReportedChange>>(
            [.. Stored.Where(c => c.At >= question.Start && c.At <= question.End).OrderByDescending(c => c.At).Take(question.Limit)]);
    }
}
