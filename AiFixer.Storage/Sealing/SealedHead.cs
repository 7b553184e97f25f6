using System.Text.Json.Serialization;

namespace AiFixer.Storage.Sealing;

/// <summary>The first line of a sealed file.</summary>
/// <param name="Sealed">How what follows is to be read.</param>
/// <param name="File">What its pieces know it by.</param>
/// <param name="Key">The key that sealed it, wrapped.</param>
internal sealed record SealedHead(int Sealed, string File, WrappedKey Key)
{
    public const int Known = 1;
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SealedHead))]
internal sealed partial class SealedHeadJson : JsonSerializerContext;
