using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Cluster.Tests.Changes;

/// <summary>One stream, a change a page.</summary>
internal sealed class FakeLog : IChangeLog
{
    private readonly List<IncidentChange> written = [];
    private int looks;

    public int Looks => Volatile.Read(ref looks);

    public bool IsAway { get; set; }

    public void Write(IncidentChange change) => written.Add(change);

    public Task<ChangePosition> EndAsync(CancellationToken cancellationToken) => Answer(() => At(written.Count));

    public Task<ChangePage> AfterAsync(ChangePosition position, CancellationToken cancellationToken) => Answer(() =>
    {
        var from = (int)position.Ends[1];
        return from == written.Count ? new ChangePage([], position, true) : new([written[from]], At(from + 1), from + 1 == written.Count);
    });

    private static ChangePosition At(long end) => new(1, new Dictionary<long, long> { [1] = end });

    private Task<T> Answer<T>(Func<T> answer)
    {
        Interlocked.Increment(ref looks);
        return IsAway ? throw new JournalUnavailableException("The store is away.") : Task.FromResult(answer());
    }
}
