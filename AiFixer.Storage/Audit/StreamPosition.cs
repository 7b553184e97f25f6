namespace AiFixer.Storage.Audit;

/// <summary>How many entries of a stream there are, and the digest over all of them.</summary>
internal sealed record StreamPosition(long Seq, byte[] Digest)
{
    public static StreamPosition Start { get; } = new(0, new byte[32]);
}
