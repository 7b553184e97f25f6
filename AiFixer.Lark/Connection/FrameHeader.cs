namespace AiFixer.Lark.Connection;

internal sealed record FrameHeader(string Key, string Value);
