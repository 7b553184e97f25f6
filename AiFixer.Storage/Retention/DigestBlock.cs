using System.Collections;

namespace AiFixer.Storage.Retention;

/// <summary>
/// The digests of entries that are gone, of so many numbers of a stream that follow one another: a bit for each number,
/// and 32 bytes for each that is there. Anything less, and the rest of the stream could not be proven any more.
/// </summary>
internal sealed class DigestBlock(long stream, long number)
{
    public const int Size = 256;
    private const int MapLength = Size / 8;
    private const int DigestLength = 32;
    private readonly byte[]?[] _digests = new byte[]?[Size];

    public long Stream => stream;

    public long Number => number;

    public int Count => _digests.Count(digest => digest is not null);

    /// <summary>The highest number that is there.</summary>
    public long Last => SeqOf(Array.FindLastIndex(_digests, digest => digest is not null));

    public IEnumerable<(long Seq, string Digest)> All => _digests.Index()
        .Where(slot => slot.Item is not null)
        .Select(slot => (SeqOf(slot.Index), Convert.ToHexStringLower(slot.Item!)));

    public static long NumberOf(long seq) => seq / Size;

    public static DigestBlock Read(long stream, long number, byte[] bytes)
    {
        var block = new DigestBlock(stream, number);
        var map = new BitArray(bytes[..MapLength]);
        var at = MapLength;
        for (var slot = 0; slot < Size && at + DigestLength <= bytes.Length; slot++)
        {
            if (!map[slot])
                continue;
            block._digests[slot] = bytes[at..(at + DigestLength)];
            at += DigestLength;
        }

        return block;
    }

    public void Add(long seq, string digest) => _digests[Slot(seq)] = Convert.FromHexString(digest);

    /// <summary>Null when there is none.</summary>
    public string? Of(long seq) => _digests[Slot(seq)] is { } digest ? Convert.ToHexStringLower(digest) : null;

    public byte[] ToArray()
    {
        var map = new byte[MapLength];
        new BitArray(Array.ConvertAll(_digests, digest => digest is not null)).CopyTo(map, 0);
        return [.. map, .. _digests.OfType<byte[]>().SelectMany(digest => digest)];
    }

    private static int Slot(long seq) => (int)(seq % Size);

    private long SeqOf(int slot) => number * Size + slot;
}
