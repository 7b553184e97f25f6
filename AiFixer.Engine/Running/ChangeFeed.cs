using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Running;

/// <summary>Passes changes on to readers; a slow reader misses the oldest rather than slowing anybody.</summary>
internal sealed class ChangeFeed
{
    private const int Backlog = 256;
    private readonly ConcurrentDictionary<Channel<IncidentChange>, byte> readers = new();

    public void Publish(Incident state, long version)
    {
        if (readers.IsEmpty)
            return;
        var change = new IncidentChange(state.Id, version, state.Status);
        foreach (var (reader, _) in readers)
            reader.Writer.TryWrite(change);
    }

    public async IAsyncEnumerable<IncidentChange> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = Channel.CreateBounded<IncidentChange>(
            new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        readers.TryAdd(reader, 0);
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
