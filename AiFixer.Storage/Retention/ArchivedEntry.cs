namespace AiFixer.Storage.Retention;

/// <summary>An entry of the journal as it was, with its place in the stream that is under signed checkpoints.</summary>
internal sealed record ArchivedEntry(string Incident, long Version, string Digest, long Stream, long Seq, Bytes Entry);
