using System.Text;

namespace AiFixer.Storage.Retention;

/// <summary>Bytes as a line can hold them: as text where that loses nothing, which a person can read, or in base64.</summary>
internal sealed record Bytes(string? Text, string? Base64)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Bytes Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new(Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return new(null, Convert.ToBase64String(bytes));
        }
    }

    public byte[] ToArray() => Text is not null ? Strict.GetBytes(Text) : Convert.FromBase64String(Base64 ?? "");
}
