using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Live;

/// <summary>Bounds how many live streams there are at once.</summary>
internal sealed class StreamSlots(GatewayOptions options)
{
    private int _taken;

    public bool TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= options.Limits.Streams)
            return true;
        Interlocked.Decrement(ref _taken);
        return false;
    }

    public void Release() => Interlocked.Decrement(ref _taken);
}
