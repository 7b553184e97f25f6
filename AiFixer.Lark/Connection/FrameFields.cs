namespace AiFixer.Lark.Connection;

/// <summary>Numbers of the fields, and how they lie on the wire.</summary>
internal static class FrameFields
{
    public const int SeqId = 1;
    public const int LogId = 2;
    public const int Service = 3;
    public const int Method = 4;
    public const int Headers = 5;
    public const int PayloadEncoding = 6;
    public const int PayloadType = 7;
    public const int Payload = 8;
    public const int LogIdNew = 9;

    public const int Key = 1;
    public const int Value = 2;

    public const int Varint = 0;
    public const int Fixed64 = 1;
    public const int Delimited = 2;
    public const int Fixed32 = 5;
}
