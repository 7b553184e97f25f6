namespace AiFixer.Playground.Store;

/// <summary>Uids and name suffixes, the same ones for the same seed.</summary>
internal sealed class WorldIds(int seed)
{
    // The alphabet Kubernetes uses: no vowels, nothing easily misread.
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private readonly Random random = new(seed);

    public string Uid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes).ToString("D");
    }

    public string Suffix(int length = 5) => string.Create(length, random, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Alphabet[source.Next(Alphabet.Length)];
    });

    public string Hex() => random.NextInt64().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same text always gives the same letters, as pod-template-hash does.</summary>
    public static string Letters(ulong hash)
    {
        Span<char> letters = stackalloc char[10];
        for (var i = 0; i < letters.Length; i++, hash /= (ulong)Alphabet.Length)
            letters[i] = Alphabet[(int)(hash % (ulong)Alphabet.Length)];
        return new string(letters);
    }
}
