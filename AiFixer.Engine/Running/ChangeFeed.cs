using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Running;

/// <summary>Passes changes on to readers; a slow reader misses the oldest rather than slowing anybody.</summary>
internal sealed class ChangeFeed
{
    private const int Backlog = 256;
    private readonly ConcurrentDictionary<Channel<IncidentChange>, IncidentId?> readers = new();

    public void Publish(Incident state, long version)
    {
        if (!readers.IsEmpty)
            Publish(new IncidentChange(state.Id, version, state.Status));
    }

    public void Publish(IncidentChange change)
    {
        foreach (var (reader, only) in readers)
        {
            if (only is null || only == change.Id)
                reader.Writer.TryWrite(change);
        }
    }

    /// <param name="only">The incident that is watched; null for all.</param>
    public async IAsyncEnumerable<IncidentChange> ReadAsync(IncidentId? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = Channel.CreateBounded<IncidentChange>(
            new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        readers.TryAdd(reader, only);
        try
        {
            await foreach (var change in reader.Reader.ReadAllAsync(cancellationToken))
                yield return change;
        }
        finally
        {
            readers.TryRemove(reader, out _);
        }
    }
}
