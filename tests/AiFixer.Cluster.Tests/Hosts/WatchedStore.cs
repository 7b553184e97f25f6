using System.Collections.Concurrent;
using AiFixer.Core.Journal;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>A store that writes down which process asked it for what, and what it said.</summary>
internal sealed class WatchedStore(IStore inner) : IStore
{
    private readonly ConcurrentQueue<Asked> asked = new();
    private int loads;

    public IReadOnlyList<Asked> Asked => [.. asked];

    /// <summary>How often an incident was read.</summary>
    public int Loads => Volatile.Read(ref loads);

    /// <summary>Runs before an append is handed on.</summary>
    public Func<Append, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task<IOpenStore> OpenAsync() => new WatchedOpenStore(await inner.OpenAsync(), this);

    public void Note(Asked one) => asked.Enqueue(one);

    public void NoteLoad() => Interlocked.Increment(ref loads);

    public void Advance(TimeSpan by) => inner.Advance(by);

    public Task<IReadOnlyList<string>> AuditAsync() => inner.AuditAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
