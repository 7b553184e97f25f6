namespace AiFixer.Playground.Api;

/// <summary>A field of a protobuf message and its name in JSON.</summary>
internal sealed record ProtobufField(int Position, string Name, string? Message = null, bool Number = false, bool Repeated = false, ProtobufMap Map = ProtobufMap.None);
