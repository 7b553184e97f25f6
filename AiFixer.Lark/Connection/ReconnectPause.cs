namespace AiFixer.Lark.Connection;

/// <summary>How long to wait before the next try, by the platform's own rules.</summary>
internal static class ReconnectPause
{
    /// <summary>
    /// The platform's own clients give up for good. We are on call: we ask again, seldom, because somebody may have corrected
    /// a secret or closed other connections.
    /// </summary>
    public static readonly TimeSpan Seldom = TimeSpan.FromMinutes(10);

    /// <param name="pauses">How many there were since a connection was open.</param>
    /// <param name="random">From 0 to 1: all clients of a platform that restarts must not come at once.</param>
    public static TimeSpan Next(ConnectionConfig config, int pauses, bool isFatal, double random)
    {
        if (isFatal || (config.ReconnectCount >= 0 && pauses >= config.ReconnectCount))
            return Seldom;
        return pauses == 0 ? config.ReconnectNonce * random : config.ReconnectInterval;
    }
}
