using AiFixer.Core;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Engine.Store;

/// <summary>Keeps what a database would, for tests in which the disk plays no part.</summary>
internal sealed class MemoryStore(TimeProvider time, bool isShared = false) : IStore
{
    private int holds;

    public Lock Gate { get; } = new();

    public Dictionary<IncidentId, StoredIncident> Incidents { get; } = [];

    public Dictionary<IncidentId, List<StoredEntry>> Entries { get; } = [];

    public Dictionary<string, Blob> Blobs { get; } = [];

    public MemoryClaims Claims { get; } = new(time);

    public TimeProvider Time => time;

    /// <summary>Whether every process has a lease of its own.</summary>
    public bool IsShared => isShared;

    /// <summary>Until when each hold of the lease lasts.</summary>
    public Dictionary<string, DateTimeOffset> Leases { get; } = [];

    public string NextHold() => $"hold {Interlocked.Increment(ref holds)}";

    public Task<IOpenStore> OpenAsync() => Task.FromResult<IOpenStore>(new MemoryOpenStore(this));

    // Its clock is the test's.
    public void Advance(TimeSpan by)
    {
    }

    public Task<IReadOnlyList<string>> AuditAsync() => Task.FromResult<IReadOnlyList<string>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
