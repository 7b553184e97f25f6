namespace AiFixer.Lark.Connection;

/// <summary>Goes from field to field of a message of protocol buffers; fields that nobody knows are passed by.</summary>
/// <remarks>Throws <see cref="FormatException"/> where the bytes are none.</remarks>
internal sealed class WireFields(ReadOnlyMemory<byte> bytes)
{
    private const int LongestVarint = 10;
    private int at;

    public int Field { get; private set; }

    public int Kind { get; private set; }

    public ulong Number { get; private set; }

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public bool Next()
    {
        if (at == bytes.Length)
            return false;
        var tag = Varint();
        (Field, Kind) = ((int)(tag >> 3), (int)(tag & 7));
        if (tag >> 3 is 0 or > int.MaxValue >> 2)
            throw new FormatException("A field has no number.");
        switch (Kind)
        {
            case FrameFields.Varint:
                Number = Varint();
                break;
            case FrameFields.Delimited:
                var length = Varint();
                Bytes = Take(length > int.MaxValue ? int.MaxValue : (int)length);
                break;
            case FrameFields.Fixed64:
                Take(8);
                break;
            case FrameFields.Fixed32:
                Take(4);
                break;
            default:
                throw new FormatException("A field has a form that nobody knows.");
        }

        return true;
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        if (length > bytes.Length - at)
            throw new FormatException("A field is cut off.");
        var taken = bytes.Slice(at, length);
        at += length;
        return taken;
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var i = 0; i < LongestVarint; i++)
        {
            if (at == bytes.Length)
                throw new FormatException("A number is cut off.");
            var one = bytes.Span[at++];
            value |= (ulong)(one & 0x7f) << (7 * i);
            if (one < 0x80)
                return value;
        }

        throw new FormatException("A number does not end.");
    }
}
