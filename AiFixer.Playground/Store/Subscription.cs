using System.Threading.Channels;

namespace AiFixer.Playground.Store;

/// <summary>A watch: what it asked for, and what has happened to it. A reader that falls far behind is cut off.</summary>
internal sealed class Subscription(ResourceType type, string? ns, Func<StoredObject, bool> matches)
{
    private const int Room = 4096;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Channel<Change> channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(Room) { SingleReader = true });

    public ResourceType Type => type;

    public ChannelReader<Change> Changes => channel.Reader;

    public void Know(StoredObject known)
    {
        if (IsMine(known) && matches(known))
            seen.Add(known.Uid);
    }

    /// <summary>An object that starts or stops matching is added or deleted for this watch.</summary>
    public void Offer(Change change)
    {
        var target = change.Object;
        if (!IsMine(target))
            return;
        var known = seen.Contains(target.Uid);
        var shown = change.Kind != ChangeKind.Deleted && matches(target);
        if (shown)
            seen.Add(target.Uid);
        else
            seen.Remove(target.Uid);
        var kind = (known, shown) switch
        {
            (false, true) => ChangeKind.Added,
            (true, true) => ChangeKind.Modified,
            (true, false) => ChangeKind.Deleted,
            _ => (ChangeKind?)null,
        };
        if (kind is { } mine && !channel.Writer.TryWrite(change with { Kind = mine }))
            channel.Writer.TryComplete();
    }

    private bool IsMine(StoredObject target) => target.Type == type && (ns is null || target.Namespace == ns);
}
