using System.Security.Cryptography;

namespace AiFixer.Storage.Sealing;

/// <summary>
/// How sealed content is laid out: a mark, the id of the key, a nonce, what is sealed and its tag. Content in clear that
/// begins like this gets the mark with no key before it, so that nobody can pass anything off as sealed.
/// </summary>
internal static class SealForm
{
    public const int IdBytes = 8;
    public const int NonceBytes = 12;
    public const int TagBytes = 16;
    public const int PrefixBytes = 4 + IdBytes;
    public const int Overhead = PrefixBytes + NonceBytes + TagBytes;
    private static readonly string NoKey = new('0', 2 * IdBytes);

    private static ReadOnlySpan<byte> Mark => [0x00, 0xAF, 0x5E, 0xA1];

    public static bool IsMarked(ReadOnlySpan<byte> stored) => stored.Length >= PrefixBytes && stored.StartsWith(Mark);

    /// <summary>It was sealed with some key, and does not only look like it.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> stored) => IsMarked(stored) && KeyOf(stored) is not null;

    /// <summary>The id of the key that it was sealed with; null when it only looks like it.</summary>
    public static string? KeyOf(ReadOnlySpan<byte> marked) =>
        Convert.ToHexStringLower(marked.Slice(Mark.Length, IdBytes)) is var id && id != NoKey ? id : null;

    /// <summary>What everything that was sealed with this key begins with.</summary>
    public static byte[] Prefix(string id) => [.. Mark, .. Convert.FromHexString(id)];

    public static byte[] Quote(ReadOnlySpan<byte> content) => [.. Prefix(NoKey), .. content];

    public static byte[] Unquote(ReadOnlySpan<byte> marked) => marked[PrefixBytes..].ToArray();

    public static byte[] Seal(string id, AesGcm cipher, ReadOnlySpan<byte> content, ReadOnlySpan<byte> place)
    {
        var sealedBytes = GC.AllocateUninitializedArray<byte>(content.Length + Overhead);
        Prefix(id).CopyTo(sealedBytes, 0);
        var nonce = sealedBytes.AsSpan(PrefixBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, content, sealedBytes.AsSpan(PrefixBytes + NonceBytes, content.Length), sealedBytes.AsSpan(^TagBytes..), place);
        return sealedBytes;
    }

    /// <summary>Throws <see cref="ContentDamagedException"/> when it is not what was sealed for this place.</summary>
    public static byte[] Open(AesGcm cipher, ReadOnlySpan<byte> marked, ReadOnlySpan<byte> place)
    {
        if (marked.Length < Overhead)
            throw new ContentDamagedException("it is cut off");
        var content = GC.AllocateUninitializedArray<byte>(marked.Length - Overhead);
        try
        {
            cipher.Decrypt(marked.Slice(PrefixBytes, NonceBytes), marked[(PrefixBytes + NonceBytes)..^TagBytes], marked[^TagBytes..], content, place);
            return content;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new ContentDamagedException("it is not what was sealed for its place", e);
        }
    }
}
