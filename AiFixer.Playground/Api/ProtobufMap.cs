namespace AiFixer.Playground.Api;

/// <summary>What a field holds that is a map.</summary>
internal enum ProtobufMap
{
    None,
    Texts,

    /// <summary>In JSON they are base64.</summary>
    Bytes,
}
