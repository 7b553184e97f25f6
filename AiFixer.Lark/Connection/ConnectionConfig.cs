using System.Text.Json.Nodes;

namespace AiFixer.Lark.Connection;

/// <summary>How the platform wants its connection to be kept.</summary>
/// <param name="ReconnectCount">How often it is tried again; below zero is for ever.</param>
/// <param name="ReconnectNonce">The longest random wait before the first try.</param>
internal sealed record ConnectionConfig(int ReconnectCount, TimeSpan ReconnectInterval, TimeSpan ReconnectNonce, TimeSpan PingInterval)
{
    private const int Longest = 3600;

    public static ConnectionConfig Default { get; } = new(-1, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120));

    /// <summary>What it says, within reason; the rest stays as it is.</summary>
    public ConnectionConfig With(JsonNode? said) => new(
        said.Number("ReconnectCount") is { } count and >= -1 and <= int.MaxValue ? (int)count : ReconnectCount,
        Seconds(said, "ReconnectInterval", 1) ?? ReconnectInterval,
        Seconds(said, "ReconnectNonce", 0) ?? ReconnectNonce,
        Seconds(said, "PingInterval", 1) ?? PingInterval);

    private static TimeSpan? Seconds(JsonNode? said, string name, int least) =>
        said.Number(name) is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, least, Longest)) : null;
}
