namespace AiFixer.Playground.Api;

/// <summary>Fields of a protobuf message one after the other.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> rest = body;

    /// <summary>False at the end. A field has bytes or a number; a message that is cut off is invalid.</summary>
    public bool Next(out int number, out ReadOnlySpan<byte> bytes, out long value)
    {
        number = 0;
        bytes = default;
        value = 0;
        if (rest.IsEmpty)
            return false;
        var key = Varint();
        number = (int)(key >> 3);
        switch (key & 7)
        {
            case 0:
                value = (long)Varint();
                break;
            case 1:
                bytes = Take(8);
                break;
            case 2:
                bytes = Take(checked((int)Varint()));
                break;
            case 5:
                bytes = Take(4);
                break;
            default:
                throw new InvalidDataException("not a protobuf field");
        }

        return true;
    }

    private ulong Varint()
    {
        var result = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            result |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return result;
        }

        throw new InvalidDataException("a number of more than 64 bits");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
