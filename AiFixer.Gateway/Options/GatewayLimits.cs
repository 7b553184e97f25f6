namespace AiFixer.Gateway.Options;

/// <summary>Protection against too much and too slow. Section <c>Gateway:Limits</c>.</summary>
internal sealed record GatewayLimits
{
    public int BodyBytes { get; init; } = 1024 * 1024;

    public int Connections { get; init; } = 2_000;

    /// <summary>How long a client may take for its headers.</summary>
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A body that comes slower than this is given up after <see cref="BodyGrace"/>.</summary>
    public int BodyBytesPerSecond { get; init; } = 1_024;

    public TimeSpan BodyGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many live streams there may be at once.</summary>
    public int Streams { get; init; } = 200;

    /// <summary>How often a quiet stream says that it lives.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
