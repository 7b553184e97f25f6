using System.Text;

namespace AiFixer.TestSupport;

/// <summary>One field of a protobuf message as it stands on the wire.</summary>
/// <param name="Bits">The number, of a varint or a fixed one.</param>
/// <param name="Bytes">The content, of a text or a message within.</param>
internal readonly record struct ProtoField(int Number, ulong Bits, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    public IEnumerable<ProtoField> Fields => ProtoReader.Read(Bytes);
}
