using AiFixer.Core;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Engine.Store;

/// <summary>Keeps what a database would, for tests in which the disk plays no part.</summary>
internal sealed class MemoryStore(TimeProvider time) : IStore
{
    public Lock Gate { get; } = new();

    public Dictionary<IncidentId, StoredIncident> Incidents { get; } = [];

    public Dictionary<IncidentId, List<StoredEntry>> Entries { get; } = [];

    public Dictionary<string, Blob> Blobs { get; } = [];

    public MemoryClaims Claims { get; } = new(time);

    public TimeProvider Time => time;

    /// <summary>Who holds the lease, and until when.</summary>
    public (object Owner, DateTimeOffset Until)? Lease { get; set; }

    public Task<IOpenStore> OpenAsync() => Task.FromResult<IOpenStore>(new MemoryOpenStore(this));

    // Its clock is the test's.
    public void Advance(TimeSpan by)
    {
    }

    public Task<IReadOnlyList<string>> AuditAsync() => Task.FromResult<IReadOnlyList<string>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
