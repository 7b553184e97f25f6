using System.Globalization;

namespace AiFixer.Playground.Lark.Connection;

/// <summary>Frames that the platform sends.</summary>
internal static class PlatformFrames
{
    /// <param name="sum">How many pieces there are; this is number <paramref name="seq"/>, from 0.</param>
    public static PlatformFrame Event(long sequence, string messageId, int sum, int seq, byte[] payload, DateTimeOffset at) => new(
        sequence, sequence, ConnectionTickets.Service, 1,
        [
            ("type", "event"), ("message_id", messageId), ("sum", Text(sum)), ("seq", Text(seq)), ("trace_id", messageId),
            ("timestamp", Text(at.ToUnixTimeMilliseconds())),
        ],
        payload);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
