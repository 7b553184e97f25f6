using System.Text;

namespace AiFixer.Lark.Connection;

/// <summary>
/// Writes frames as protocol buffers of the second version want them: the first four fields also when they are zero, or the
/// other side refuses the whole frame.
/// </summary>
internal static class FrameWriter
{
    public static byte[] Write(Frame frame)
    {
        using var into = new MemoryStream();
        Number(into, FrameFields.SeqId, frame.SeqId);
        Number(into, FrameFields.LogId, frame.LogId);
        Number(into, FrameFields.Service, (ulong)frame.Service);
        Number(into, FrameFields.Method, (ulong)frame.Method);
        foreach (var header in frame.Headers)
            Bytes(into, FrameFields.Headers, Header(header));
        Text(into, FrameFields.PayloadEncoding, frame.PayloadEncoding);
        Text(into, FrameFields.PayloadType, frame.PayloadType);
        if (frame.Payload is { } payload)
            Bytes(into, FrameFields.Payload, payload.Span);
        Text(into, FrameFields.LogIdNew, frame.LogIdNew);
        return into.ToArray();
    }

    private static byte[] Header(FrameHeader header)
    {
        using var into = new MemoryStream();
        Text(into, FrameFields.Key, header.Key);
        Text(into, FrameFields.Value, header.Value);
        return into.ToArray();
    }

    private static void Number(Stream into, int field, ulong value)
    {
        Varint(into, (ulong)field << 3);
        Varint(into, value);
    }

    private static void Text(Stream into, int field, string? text)
    {
        if (text is not null)
            Bytes(into, field, Encoding.UTF8.GetBytes(text));
    }

    private static void Bytes(Stream into, int field, ReadOnlySpan<byte> bytes)
    {
        Varint(into, ((ulong)field << 3) | FrameFields.Delimited);
        Varint(into, (ulong)bytes.Length);
        into.Write(bytes);
    }

    private static void Varint(Stream into, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            into.WriteByte((byte)(value | 0x80));
        into.WriteByte((byte)value);
    }
}
