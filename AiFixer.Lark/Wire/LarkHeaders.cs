namespace AiFixer.Lark.Wire;

/// <summary>How a request is signed; texts are empty where a header is missing.</summary>
internal sealed record LarkHeaders(string Timestamp, string Nonce, string Signature)
{
    public const string TimestampName = "X-Lark-Request-Timestamp";
    public const string NonceName = "X-Lark-Request-Nonce";
    public const string SignatureName = "X-Lark-Signature";

    public static LarkHeaders None { get; } = new("", "", "");
}
