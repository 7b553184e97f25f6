using System.Buffers.Binary;

namespace AiFixer.TestSupport;

/// <summary>Reads protobuf without knowing the message: enough for what collectors are sent.</summary>
internal static class ProtoReader
{
    public static IEnumerable<ProtoField> Read(ReadOnlyMemory<byte> message)
    {
        var at = 0;
        while (at < message.Length)
        {
            var tag = Varint(message.Span, ref at);
            yield return Field((int)(tag >> 3), (int)(tag & 7), message, ref at);
        }
    }

    private static ProtoField Field(int number, int wire, ReadOnlyMemory<byte> message, ref int at)
    {
        switch (wire)
        {
            case 0:
                return new(number, Varint(message.Span, ref at), default);
            case 1:
                at += 8;
                return new(number, BinaryPrimitives.ReadUInt64LittleEndian(message.Span[(at - 8)..]), default);
            case 5:
                at += 4;
                return new(number, BinaryPrimitives.ReadUInt32LittleEndian(message.Span[(at - 4)..]), default);
            case 2:
                var length = (int)Varint(message.Span, ref at);
                at += length;
                return new(number, 0, message.Slice(at - length, length));
            default:
                throw new InvalidDataException($"There is no wire type {wire}.");
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
