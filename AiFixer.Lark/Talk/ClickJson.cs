using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Core.Secrets;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Talk;

/// <summary>A click as it waits in the inbox.</summary>
[JsonSerializable(typeof(LarkClick))]
internal sealed partial class ClickJson : JsonSerializerContext
{
    /// <summary>Without what looks like a secret, and without what would let its reader change the card.</summary>
    public static byte[] Write(LarkClick click) => JsonSerializer.SerializeToUtf8Bytes(
        click with { Token = "", Form = click.Form.ToDictionary(field => field.Key, field => SecretText.Masked(field.Value)) }, Default.LarkClick);

    public static LarkClick Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(body.Span, Default.LarkClick)!;
}
