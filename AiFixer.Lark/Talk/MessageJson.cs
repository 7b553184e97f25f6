using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Core.Secrets;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Talk;

/// <summary>A message as it waits in the inbox.</summary>
[JsonSerializable(typeof(LarkMessage))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    /// <summary>Without what looks like a secret: what is not kept cannot be shown to anybody.</summary>
    public static byte[] Write(LarkMessage message) =>
        JsonSerializer.SerializeToUtf8Bytes(message with { Content = SecretJson.Masked(message.Content) }, Default.LarkMessage);

    public static LarkMessage Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(body.Span, Default.LarkMessage)!;
}
