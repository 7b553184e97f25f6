using System.Collections.Concurrent;

namespace AiFixer.Core.Alerts;

/// <summary>
/// Lends digests and takes them back: to make one costs more than to hash an alert with it. There are never more than
/// threads that map alerts at the same moment.
/// </summary>
internal sealed class AlertDigests
{
    private readonly ConcurrentBag<AlertDigest> _free = [];

    public AlertDigest Borrow() => _free.TryTake(out var digest) ? digest : new();

    /// <summary>Those that a huge alert has made large are not kept.</summary>
    public void GiveBack(AlertDigest digest)
    {
        if (digest.IsLarge)
            digest.Dispose();
        else
            _free.Add(digest);
    }
}
