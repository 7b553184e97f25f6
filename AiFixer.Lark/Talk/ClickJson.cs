using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Talk;

/// <summary>A click as it waits in the inbox.</summary>
[JsonSerializable(typeof(LarkClick))]
internal sealed partial class ClickJson : JsonSerializerContext
{
    public static byte[] Write(LarkClick click) => JsonSerializer.SerializeToUtf8Bytes(click, Default.LarkClick);

    public static LarkClick Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(body.Span, Default.LarkClick)!;
}
