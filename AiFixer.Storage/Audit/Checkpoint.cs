namespace AiFixer.Storage.Audit;

/// <summary>A signed statement about a stream: so many entries, and this digest over all of them.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Stream">The run that wrote the entries.</param>
/// <param name="Seq">The last entry that is covered.</param>
/// <param name="Digest">The running digest at that entry.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Key">The name of the key.</param>
/// <param name="Previous">The digest of the line before; empty in the first.</param>
/// <param name="Signature">Over everything above, by the key.</param>
internal sealed record Checkpoint(
    long Line, long Stream, long Seq, string Digest, DateTimeOffset At, string Key, string Previous, string Signature);
