namespace AiFixer.Lark.Connection;

/// <summary>What goes over the long connection, in both directions.</summary>
/// <param name="Method">0 is about the connection itself, 1 carries something.</param>
internal sealed record Frame(ulong SeqId, ulong LogId, int Service, int Method)
{
    public const int Control = 0;
    public const int Data = 1;

    public IReadOnlyList<FrameHeader> Headers { get; init; } = [];

    public string? PayloadEncoding { get; init; }

    public string? PayloadType { get; init; }

    public ReadOnlyMemory<byte>? Payload { get; init; }

    public string? LogIdNew { get; init; }

    /// <summary>A header's value; empty when there is none.</summary>
    public string Header(string key) => Headers.FirstOrDefault(one => one.Key == key)?.Value ?? "";

    public static Frame Ping(int service) => new(0, 0, service, Control) { Headers = [new("type", "ping")] };
}
