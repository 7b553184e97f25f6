using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Talk;

/// <summary>A message as it waits in the inbox.</summary>
[JsonSerializable(typeof(LarkMessage))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    public static byte[] Write(LarkMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Default.LarkMessage);

    public static LarkMessage Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(body.Span, Default.LarkMessage)!;
}
