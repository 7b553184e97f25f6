namespace AiFixer.Playground.Lark;

/// <summary>What the platform tells clients of its long connection.</summary>
/// <param name="ReconnectCount">How often they try again; below zero is for ever.</param>
/// <param name="ReconnectNonce">The longest random wait before the first time.</param>
public sealed record ConnectionRules(
    int ReconnectCount = -1, int ReconnectInterval = 120, int ReconnectNonce = 30, int PingInterval = 120)
{
    /// <summary>How many connections one app may have.</summary>
    public int Most { get; init; } = 50;

    /// <summary>Payloads longer than this go in pieces.</summary>
    public int LargestPayload { get; init; } = 64 * 1024;
}
